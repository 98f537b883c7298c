package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.Autodiff;
import backstep.server.Json;
import backstep.server.TraceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutodiffCommandTest {

    private static final String LECTURE = "ln(x1) + x1*x2 - sin(x2)";

    private static Call lecture(String... options) {
        return Call.of(Stream.concat(Stream.of("autodiff", LECTURE, "--at", "x1=2,x2=5"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(AutodiffCommandTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLectureComesOutAsItsTables() throws IOException {
        Call call = lecture();
        assertEquals(0, call.status(), call.err());
        assertEquals(resource("lecture.txt"), upToGradient(call));
    }

    /** The digits of the relative error depend on the machine. */
    private static String upToGradient(Call call) {
        return call.out().substring(0, call.out().indexOf("\nGradient"));
    }

    @Test
    void theValuesHaveTheDigitsOfTheLecture() {
        assertEquals(
                List.of("2", "5", "0.693", "10", "−0.959", "10.693", "11.652"),
                lecture().cells("Forward primal trace", "value"));
        assertEquals(
                List.of("1", "1", "−1", "1", "1", "−0.284", "5", "1.716", "5.500"),
                lecture().cells("Reverse adjoint trace", "value"));
    }

    @Test
    void theGradientStandsBesideCentralDifferences() {
        Call call = lecture();
        assertEquals(List.of("5.500", "1.716"), call.cells("Gradient of y", "derivative"));
        assertEquals(List.of("5.500", "1.716"), call.cells("Gradient of y", "difference"));
        call.cells("Gradient of y", "relative error")
                .forEach(error -> assertTrue(error.matches("0|.* × 10⁻(⁹|¹.)"), error));
    }

    @Test
    void forwardAddsTheTangentTraceOfItsSeed() {
        assertFalse(lecture().out().contains("Forward tangent trace"));
        assertEquals(
                List.of("1", "0", "0.500", "5", "0", "5.500", "5.500"),
                lecture("--forward").cells("Forward tangent trace by x1", "value"));
        assertEquals(
                "1.716",
                lecture("--forward", "--seed", "x2")
                        .cells("Forward tangent trace by x2", "value")
                        .getLast());
    }

    @Test
    void decimalsAreAsManyAsAskedFor() {
        assertEquals(
                "11.652071",
                lecture("--decimals", "6")
                        .cells("Forward primal trace", "value")
                        .getLast());
    }

    @Test
    void theChosenOutputIsDifferentiatedAndAllAreShown() {
        Call call = Call.of("autodiff", "f1 = x1*x2; f2 = x1 - x2", "--at", "x1=3,x2=4", "--output", "1");
        assertTrue(call.out().contains("Reverse adjoint trace of f2"), call.out());
        assertTrue(call.out().contains("Values\nf1 = 12\nf2 = −1\n"), call.out());
        assertEquals(List.of("1", "−1"), call.cells("Gradient of f2", "derivative"));
    }

    @Test
    void whereTheDomainEndsTheLineSaysSo() {
        Call call = Call.of("autodiff", "ln(x1)", "--at", "x1=-1");
        assertEquals(0, call.status());
        assertTrue(call.out().contains("\n! step 2, v₁, domain: ln needs a positive number, was −1.\n"), call.out());
        assertEquals(List.of("−1", "not a number"), call.cells("Forward primal trace", "value"));
    }

    @Test
    void aCornerIsNamedWithItsConvention() {
        Call call = Call.of("autodiff", "relu(x)", "--at", "x=0");
        assertTrue(call.out().contains("! step 4, v̄₀, not differentiable: relu has a corner at 0"), call.out());
    }

    @Test
    void aConstantHasNoGradientAndNoAdjoints() {
        Call call = Call.of("autodiff", "5");
        assertEquals(0, call.status(), call.err());
        assertTrue(call.out().contains("Value\ny = 5\n"), call.out());
        assertFalse(call.out().contains("Gradient"), call.out());
    }

    @Test
    void thePointIsShownAsItWasGiven() {
        assertEquals(
                "at x = −0.12345",
                Call.of("autodiff", "x", "--at", "x=-0.12345").outLines().get(1));
    }

    @Test
    void thePointMayComeInPieces() {
        assertEquals(
                lecture().out(),
                Call.of("autodiff", LECTURE, "--at", "x2 = 5", "--at", "x1=2").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "-x + 2*x", "-2*x", "-(x)", "--x", "-x/1"})
    void anExpressionMayBeginWithMinus(String expression) {
        Call call = Call.of("autodiff", expression, "--at", "x=3");
        assertEquals(0, call.status(), call.err());
        assertTrue(call.outLines().getFirst().startsWith("y = -"), call.out());
    }

    @Test
    void anExpressionThatLooksLikeAnOptionGoesBehindTwoDashes() {
        Call call = Call.of("autodiff", "--at", "h=3", "--", "-h*h");
        assertEquals("y = -h*h", call.outLines().getFirst(), call.err());
    }

    @Test
    void jsonIsWhatTheApiAnswers() {
        String answer =
                Json.write(Autodiff.trace(new TraceRequest(LECTURE, Map.of("x1", 2.0, "x2", 5.0), null, null, null)));
        assertEquals(answer + System.lineSeparator(), lecture("--json").out());
    }

    @Test
    void jsonHasTheTangentsOfTheSeedAloneWhereOneIsChosen() {
        String answer = Json.write(
                Autodiff.trace(new TraceRequest(LECTURE, Map.of("x1", 2.0, "x2", 5.0), null, null, List.of("x2"))));
        assertEquals(
                answer + System.lineSeparator(),
                lecture("--json", "--forward", "--seed", "x2").out());
    }

    static Stream<String> blocksOfWrongCalls() throws IOException {
        return Stream.of(resource("wrong-calls.txt").split("\n\n")).skip(1).map(String::strip);
    }

    @ParameterizedTest
    @MethodSource("blocksOfWrongCalls")
    void aWrongCallIsToldWhyAndLeavesWithTwo(String block) {
        String[] lines = block.split("\n", 2);
        Call call = Call.of(Stream.concat(Stream.of("autodiff"), Stream.of(lines[0].split(" {2}")))
                .toArray(String[]::new));
        assertEquals(lines[1], call.err().strip());
        assertEquals(2, call.status());
        assertEquals("", call.out());
    }
}
