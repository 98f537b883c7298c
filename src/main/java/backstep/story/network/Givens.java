package backstep.story.network;

import backstep.story.NetworkAddress;

/** Tells what no step makes: inputs, targets and weights. */
record Givens(Script script) {

    Telling of(NetworkAddress quantity) {
        String numbers = script.formulas()
                .value(
                        script.quantities().value(quantity),
                        quantity instanceof NetworkAddress.Layer || quantity instanceof NetworkAddress.Targets);
        return new Draft(script, quantity)
                .title(title(quantity))
                .formula(numbers, numbers)
                .why("This number is given.")
                .telling();
    }

    private String title(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit when unit.unit() == 0 -> "Bias unit";
            case NetworkAddress.Unit _, NetworkAddress.Layer _ -> "Input";
            case NetworkAddress.Target _, NetworkAddress.Targets _ -> "Target";
            case NetworkAddress.Entry entry -> entry.column() == 0 ? "Bias weight" : "Weight";
            case NetworkAddress.Row _, NetworkAddress.Whole _ -> "Weights";
            case NetworkAddress.Loss _, NetworkAddress.Cost _ -> "Given";
        };
    }
}
