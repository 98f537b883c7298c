package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AutodiffApiTest extends ApiTest {

    private static final String LECTURE = "'expression': 'ln(x1) + x1*x2 - sin(x2)', 'at': {'x1': 2, 'x2': 5}";

    private static JsonNode answer(String what, String body) {
        Answer answer = ask("/api/autodiff/" + what, "{" + body + "}");
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    private static List<Double> numbers(JsonNode lines, String field) {
        return lines.valueStream().map(line -> line.get(field).asDouble()).toList();
    }

    private static List<String> texts(JsonNode lines, String field) {
        return lines.valueStream().map(line -> line.get(field).asString()).toList();
    }

    private static void assertClose(List<Double> expected, List<Double> actual, double tolerance) {
        assertEquals(expected.size(), actual.size());
        for (int k = 0; k < expected.size(); k++) {
            assertEquals(expected.get(k), actual.get(k), tolerance);
        }
    }

    @Test
    void theLectureHasItsValueAndItsGradient() {
        JsonNode trace = answer("trace", LECTURE);
        assertEquals(11.652, trace.get("value").asDouble(), 5e-4);
        assertEquals(5.5, trace.at("/gradient/x1").asDouble(), 1e-15);
        assertEquals(1.716, trace.at("/gradient/x2").asDouble(), 5e-4);
    }

    @Test
    void theLectureHasItsLinesInItsOrder() {
        JsonNode trace = answer("trace", LECTURE);
        assertEquals(List.of("v-1", "v0", "v1", "v2", "v3", "v4", "v5"), texts(trace.get("primal"), "v"));
        assertClose(List.of(2., 5., 0.693, 10., -0.959, 10.693, 11.652), numbers(trace.get("primal"), "value"), 5e-4);
        assertEquals(
                List.of("v5", "v4", "v3", "v1", "v2", "v0", "v-1", "v0", "v-1"),
                texts(trace.get("adjoint"), "adjointOf"));
        assertClose(List.of(1., 1., -1., 1., 1., -0.284, 5., 1.716, 5.5), numbers(trace.get("adjoint"), "value"), 5e-4);
    }

    @Test
    void aContributionIsWrittenAsTheLectureWritesIt() {
        JsonNode second = answer("trace", LECTURE).at("/adjoint/7");
        assertEquals(
                "\\bar{v}_{0} = \\bar{v}_{0} + \\bar{v}_{2} \\cdot v_{-1}",
                second.get("formula").asString());
        assertEquals(2, second.get("contribution").asDouble());
        assertEquals("v2", second.get("through").asString());
        assertTrue(second.get("last").asBoolean());
    }

    @Test
    void theLastLineOfEachTangentTraceIsTheDerivative() {
        JsonNode trace = answer("trace", LECTURE);
        for (String input : List.of("x1", "x2")) {
            double derivative = trace.get("gradient").get(input).asDouble();
            assertEquals(
                    derivative,
                    trace.get("tangents").get(input).get(6).get("value").asDouble(),
                    1e-14);
        }
    }

    @Test
    void everyEdgeIsAnOperandAndNamesItsAdjointLine() {
        JsonNode trace = answer("trace", LECTURE);
        trace.at("/graph/edges").forEach(edge -> {
            JsonNode line = trace.get("adjoint").get(edge.get("step").asInt() - 7);
            assertEquals(edge.get("from"), line.get("adjointOf"));
            assertEquals(edge.get("to"), line.get("through"));
            assertEquals(edge.at("/partial/value"), line.get("partial"));
        });
        assertEquals(8, trace.at("/graph/edges").size());
    }

    @Test
    void theChosenOutputIsTheRowOfTheJacobian() {
        String two = "'expression': 'f1 = x1*x2 + sin(x1); f2 = x1^2 - exp(x2)', 'at': {'x1': 1, 'x2': 0.5}";
        for (int output = 0; output < 2; output++) {
            JsonNode trace = answer("trace", two + ", 'output': " + output);
            JsonNode row = trace.get("jacobian").get(output);
            assertEquals(row.get(0), trace.at("/gradient/x1"));
            assertEquals(row.get(1), trace.at("/gradient/x2"));
        }
    }

    @Test
    void notFiniteNumbersAreStrings() {
        JsonNode trace = answer("trace", "'expression': 'a = ln(x); b = 1/x; c = -1/x', 'at': {'x': 0}");
        assertEquals(List.of("-Infinity", "Infinity", "-Infinity"), texts(trace.get("outputs"), "value"));
        assertEquals(
                "NaN",
                answer("trace", "'expression': 'sqrt(x)', 'at': {'x': -1}")
                        .get("value")
                        .asString());
    }

    @Test
    void aDomainErrorFlagsItsLineAndIsNoErrorOfTheRequest() {
        JsonNode lines =
                answer("trace", "'expression': '2*ln(x)', 'at': {'x': -1}").get("primal");
        assertEquals("domain", lines.get(1).get("flag").asString());
        assertEquals(
                "ln needs a positive number, was −1.",
                lines.get(1).get("reason").asString());
        assertTrue(lines.get(2).path("flag").isMissingNode());
    }

    @Test
    void aConstantHasAValueAndNoLines() {
        JsonNode trace = answer("trace", "'expression': '5'");
        assertEquals(5, trace.get("value").asDouble());
        assertTrue(trace.at("/outputs/0/v").isNull());
        assertEquals(
                0,
                trace.get("primal").size()
                        + trace.get("adjoint").size()
                        + trace.get("check").size());
        assertEquals(0, answer("steps", "'expression': '5'").get("count").asInt());
    }

    static Stream<String> stories() {
        return Stream.of(
                LECTURE, LECTURE + ", 'mode': 'forward', 'seed': 'x2'", LECTURE + ", 'notation': {'marks': true}");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void pagesOfStepsTogetherAreTheWhole(String story) {
        JsonNode whole = answer("steps", story);
        List<JsonNode> paged = new ArrayList<>();
        for (int from = 0; from < whole.get("count").asInt(); from += 3) {
            answer("steps", story + ", 'from': " + from + ", 'count': 3")
                    .get("steps")
                    .forEach(paged::add);
        }
        assertEquals(whole.get("steps").valueStream().toList(), paged);
        assertEquals(whole.get("count").asInt(), paged.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "forward"})
    void stepsAreTheLinesOfTheTraces(String mode) {
        JsonNode trace = answer("trace", LECTURE);
        List<JsonNode> lines = new ArrayList<>(trace.get("primal").valueStream().toList());
        JsonNode derivatives = mode.equals("reverse") ? trace.get("adjoint") : trace.at("/tangents/x1");
        derivatives.forEach(lines::add);
        List<JsonNode> steps = answer("steps", LECTURE + ", 'mode': '" + mode + "'")
                .get("steps")
                .valueStream()
                .toList();
        assertEquals(lines.size(), steps.size());
        for (int k = 0; k < steps.size(); k++) {
            for (String field : List.of("formula", "substituted", "value")) {
                assertEquals(lines.get(k).get(field), steps.get(k).get(field));
            }
            assertEquals(lines.get(k).get("step"), steps.get(k).get("index"));
            assertEquals(lines.get(k).get("address"), steps.get(k).get("quantity"));
        }
    }

    @Test
    void thePhasesCoverEveryStep() {
        JsonNode answer = answer("steps", LECTURE);
        assertEquals(List.of("forward", "backward"), texts(answer.get("phases"), "phase"));
        assertEquals(List.of(0., 7.), numbers(answer.get("phases"), "from"));
        assertEquals(List.of(7., 9.), numbers(answer.get("phases"), "count"));
    }

    @Test
    void anExplanationTellsANumberAsItStoodThen() {
        JsonNode end = answer("explain", LECTURE + ", 'address': 'vbar.0'");
        JsonNode before = answer("explain", LECTURE + ", 'address': 'vbar.0', 'step': 13");
        assertEquals(1.716, end.get("value").asDouble(), 5e-4);
        assertEquals(-0.284, before.get("value").asDouble(), 5e-4);
        assertEquals(List.of("vbar.0", "vbar.2", "v.-1"), texts(end.get("reads"), "address"));
        assertEquals(before.get("value"), end.at("/reads/0/value"));
    }

    @Test
    void anExplanationSaysWhereItWasCutOff() {
        JsonNode cut = answer("explain", LECTURE + ", 'address': 'v.5', 'depth': 0");
        assertEquals(0, cut.get("reads").size());
        assertTrue(cut.get("more").asBoolean());
    }

    @Test
    void everyExpressionOfTheGalleryCanBeTraced() {
        look("/api/autodiff/gallery").json().forEach(entry -> {
            JsonNode trace = answer(
                    "trace",
                    "'expression': " + entry.get("expression") + ", 'at': " + entry.get("at") + ", 'output': "
                            + entry.get("output"));
            trace.get("check")
                    .forEach(check ->
                            assertTrue(check.get("relativeError").asDouble() < 1e-6, entry.get("slug") + " " + check));
        });
    }

    @Test
    void theInputsOfTheGalleryStandInTheirOrder() {
        JsonNode logistic = look("/api/autodiff/gallery").json().get(1);
        assertEquals(List.of("b", "w", "x", "y"), List.copyOf(logistic.get("at").propertyNames()));
    }
}
