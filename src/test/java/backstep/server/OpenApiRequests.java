package backstep.server;

import tools.jackson.databind.node.ObjectNode;

/** Requests whose answers are held against the document at /openapi. */
final class OpenApiRequests {

    private OpenApiRequests() {}

    /** One request a line: the path, the status expected, the body. */
    static final String ALL = """
            autodiff/trace 200 {'expression': 'ln(x1) + x1*x2 - sin(x2)', 'at': {'x1': 2, 'x2': 5}}
            autodiff/trace 200 {'expression': 'ln(x1) + x1*x2 - sin(x2)', 'at': {'x1': -2, 'x2': 5}}
            autodiff/trace 200 {'expression': 'exp(x)/x', 'at': {'x': 1000}, 'notation': {'marks': true, 'decimalMark': 'comma'}}
            autodiff/trace 200 {'expression': 'relu(x) + abs(x) + sqrt(x) + min(x, 0)', 'at': {'x': 0}}
            autodiff/trace 200 {'expression': 'f1 = x*y; f2 = 3; f3 = f1^y', 'at': {'x': 1, 'y': 2}, 'output': 2, 'tangents': ['y']}
            autodiff/trace 200 {'expression': 'f1 = x*y; f2 = 3', 'at': {'x': 1, 'y': 2}, 'output': 1}
            autodiff/trace 200 {'expression': '5'}
            autodiff/trace 200 {'expression': 'x', 'at': {'x': 1}, 'tangents': [], 'notation': {'adjoint': 'partial', 'decimals': 6}}
            autodiff/trace 400 {'expression': 'ln(x1 +'}
            autodiff/trace 400 {'expression': 'x1', 'at': {}}
            autodiff/trace 400 {'expression': 'x1', 'at': {'x1': 1}, 'more': 1}
            autodiff/steps 200 {'expression': 'ln(x1) + x1*x2 - sin(x2)', 'at': {'x1': 2, 'x2': 5}}
            autodiff/steps 200 {'expression': 'ln(x1) + x1*x2 - sin(x2)', 'at': {'x1': 2, 'x2': 5}, 'mode': 'forward', 'seed': 'x2'}
            autodiff/steps 200 {'expression': 'ln(x)/x', 'at': {'x': 0}, 'notation': {'marks': true}}
            autodiff/steps 200 {'expression': 'ln(x)/x', 'at': {'x': 0}, 'mode': 'forward'}
            autodiff/steps 200 {'expression': 'tan(x)^2', 'at': {'x': 1}, 'from': 3, 'count': 2}
            autodiff/steps 200 {'expression': 'x', 'at': {'x': 1}, 'from': 99}
            autodiff/steps 200 {'expression': '2*pi'}
            autodiff/steps 400 {'expression': 'x', 'at': {'x': 1}, 'count': -1}
            autodiff/explain 200 {'expression': 'ln(x1) + x1*x2 - sin(x2)', 'at': {'x1': 2, 'x2': 5}, 'address': 'vbar.0', 'depth': 6}
            autodiff/explain 200 {'expression': 'x*x', 'at': {'x': 3}, 'address': 'vdot.x.1', 'mode': 'forward', 'step': 3}
            autodiff/explain 200 {'expression': '1/x', 'at': {'x': 0}, 'address': 'v.1', 'depth': 0}
            autodiff/explain 400 {'expression': 'x', 'at': {'x': 1}, 'address': 'w.1'}
            autodiff/expression 200 {'expression': 'f(b, a) = a*b; g = f^2'}
            autodiff/expression 200 {'expression': '5'}
            autodiff/expression 400 {'expression': ''}
            network/trace 200 {NODE}
            network/trace 200 {NODE, 'grain': 'term', 'unfolded': [1], 'lambda': 0.1, 'notation': {'marks': true}}
            network/trace 200 {NODE, 'sign': 'log-likelihood', 'labels': {'inputs': ['size'], 'outputs': ['large']}}
            network/trace 200 {NODE, 'theta': {'init': 'zeros'}, 'training': {'optimizer': {'type': 'sgd', 'learningRate': 2}}}
            network/trace 200 {NODE, 'theta': [[[1e308, 1e308]]], 'title': 'too large'}
            network/trace 200 {NODE, 'l1': 0.1, 'training': {'optimizer': {'type': 'adam'}, 'clipNorm': 0.1}}
            network/trace 200 {NODE, 'training': {'optimizer': {'type': 'lamb'}, 'state': {'updates': 1, 'first': [[[1, 1]]], 'second': [[[1, 1]]]}}}
            network/trace 200 {NODE, 'training': {'optimizer': {'type': 'sgd', 'momentum': 0.9}, 'state': {'updates': 3, 'first': [[[1, 1]]]}}}
            network/trace 400 {NODE, 'theta': [[[1]]]}
            network/held 201 {NODE}
            network/held 400 {NODE, 'grain': 'unit'}
            network/outline 200 {NODE, 'l1': 0.1, 'unfolded': [1], 'training': {'optimizer': {'type': 'adam'}, 'clipNorm': 0.1}}
            network/outline 400 {'held': 'abacus'}
            network/numbers 200 {NODE, 'addresses': ['a.2@1', 'Theta.1~1', 'D.1.1', 'loss@1', 'J']}
            network/numbers 400 {NODE, 'addresses': ['maximum.2@1']}
            network/steps 200 {NODE, 'grain': 'layer', 'most': 1}
            network/steps 200 {NODE}
            network/steps 200 {NODE, 'grain': 'layer', 'notation': {'marks': true, 'decimals': 4}}
            network/steps 200 {NODE, 'grain': 'term', 'from': 1, 'count': 5}
            network/steps 200 {NODE, 'story': 'derivation'}
            network/steps 200 {NODE, 'theta': [[[1e308, 1e308]]]}
            network/steps 400 {NODE, 'count': -1}
            network/explain 200 {NODE, 'address': 'delta.2.1@1', 'depth': 6}
            network/explain 200 {NODE, 'address': 'Theta.1.1.1~1', 'grain': 'term'}
            network/explain 200 {NODE, 'address': 'J', 'lambda': 0.1}
            network/explain 200 {NODE, 'address': 'v.1', 'training': {'optimizer': {'type': 'rmsprop'}}}
            network/explain 200 {NODE, 'address': 'trustRatio.1', 'training': {'optimizer': {'type': 'lamb'}}}
            network/explain 400 {NODE, 'address': 'delta.9.1@1'}
            network/check 200 {NODE}
            network/accumulated 200 {NODE}
            network/accumulated 200 {NODE, 'from': 1, 'count': 1}
            network/accumulated 400 {NODE, 'from': 2}
            network/wengert 200 {NODE, 'example': 1}
            network/trace 200 {NODE, 'l1': 0.1, 'data': {'x': [[2], [1]], 'y': [[1], [0]], 'testFraction': 0.5}}
            training/code 200 {NODE}
            training/code 400 {NODE, 'lambda': -1}
            training/approximation 200 {'function': 'x', 'from': 0, 'to': 2, 'count': 3, 'steepness': 10, 'shown': 5, 'points': 9}
            training/approximation 200 {'function': '1'}
            training/approximation 400 {'function': 'y'}
            training/runs 201 {NODE}
            training/runs 201 {NODE, 'start': 'paused', 'training': {'optimizer': {'type': 'lamb'}, 'earlyStopping': {'patience': 3}}}
            training/runs 201 {NODE, 'training': {'schedule': {'type': 'cosine', 'per': 'iteration'}, 'clipNorm': 1}}
            training/runs 201 {NODE, 'data': {'csv': 'x;y\\n1;0\\n2;1', 'targets': 1}}
            training/runs 400 {NODE, 'training': {'epochs': 0}}
            training/runs 404 {NODE, 'branch': {'run': 'nowhere', 'iteration': 0}}
            """;

    /** What NODE stands for in a request. */
    private static final String NODE =
            "'network': {'inputs': 1, 'layers': [{'type': 'dense', 'units': 1, 'activation': 'sigmoid'}],"
                    + " 'loss': 'binary-cross-entropy'}, 'theta': [[[0.5, -1]]], 'data': {'x': [[2]], 'y': [[1]]}";

    /** {@return the body with an experiment in the place of NODE, which fields behind it replace} */
    static String body(String request) {
        if (!request.startsWith("{NODE")) {
            return request;
        }
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree("{" + NODE.replace('\'', '"') + "}");
        String more = request.substring("{NODE".length()).replaceFirst("^, ", "");
        return body.setAll((ObjectNode) Json.MAPPER.readTree("{" + more.replace('\'', '"')))
                .toString();
    }
}
