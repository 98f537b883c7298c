package backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.Operand;
import backstep.autodiff.Operation;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.TangentTrace;
import backstep.autodiff.WengertList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnicodeFormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "v_{12} → v₁₂",
                "\\bar{v}_{-1} → v̄₋₁",
                "\\dot{v}_{0} → v̇₀",
                "\\partial y/\\partial v_{3} → ∂y/∂v₃",
                "-4 \\times 10^{-10} → −4 × 10⁻¹⁰",
                "0{,}284 → 0,284",
                "e^{-0.5} → e^(−0.5)",
                "e^{-2} → e⁻²",
                "{v_{0}}^{v_{1} - 1} → v₀^(v₁ − 1)",
                "{(-2)}^{0.5} → (−2)^0.5",
                "\\sqrt{1 - {v_{0}}^{2}} → √(1 − v₀²)",
                "\\sqrt{v_{-1}} → √v₋₁",
                "\\lvert -5 \\rvert → |−5|",
                "\\lVert \\tilde{D} \\rVert → ‖D̃‖",
                "\\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon} → m̂/(√v̂ + ε)",
                "\\theta_{1} → θ₁",
                "\\Omega → Ω",
                "2 \\pi → 2 π",
                "x_{1,2} → x₁,₂",
                "\\mathrm{loss}_{\\mathrm{max}} → loss_max",
                "\\mathrm{a\\_b} → a_b",
                "\\text{not a number} → not a number",
                "\\min(v_{0},\\, \\infty) → min(v₀, ∞)",
            })
    void readsWhatFormulasAreWrittenIn(String latex, String text) {
        assertEquals(text, UnicodeFormula.of(latex));
    }

    @Test
    void refusesACommandThatNoFormulaUses() {
        assertThrows(IllegalArgumentException.class, () -> UnicodeFormula.of("\\href{x}{y}"));
        assertThrows(IllegalArgumentException.class, () -> UnicodeFormula.of("x_1"));
        assertThrows(IllegalArgumentException.class, () -> UnicodeFormula.of("x}"));
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationReadsAsItIsFiled(Operation operation) throws IOException {
        List<String> found = Stream.of(primal(operation), adjoint(operation), tangent(operation))
                .map(line -> UnicodeFormula.of(line.formula()))
                .toList();
        assertEquals(filed(operation), String.join("\n", found));
    }

    @ParameterizedTest
    @EnumSource
    void noOperationLeavesLatexBehind(Operation operation) {
        for (double a : new double[] {2, -0.5, 0, 1e-9, 1e200}) {
            AdjointTrace adjoints = adjoints(operation, a);
            ExpressionStory story = ExpressionStory.reverse(adjoints, Notation.STANDARD);
            IntStream.range(0, story.size())
                    .mapToObj(story::line)
                    .flatMap(line -> Stream.of(line.formula(), line.substituted()))
                    .map(UnicodeFormula::of)
                    .forEach(text -> assertFalse(text.matches(".*[\\\\{}_-].*"), text));
        }
    }

    private static Line primal(Operation operation) {
        return ExpressionStory.reverse(adjoints(operation, 0.5), Notation.STANDARD)
                .line(operation.arity());
    }

    /** {@return the adjoint line of the last operand} */
    private static Line adjoint(Operation operation) {
        ExpressionStory story = ExpressionStory.reverse(adjoints(operation, 0.5), Notation.STANDARD);
        return story.line(story.size() - 1);
    }

    private static Line tangent(Operation operation) {
        TangentTrace tangents = TangentTrace.of(adjoints(operation, 0.5).primal(), 0);
        ExpressionStory story = ExpressionStory.forward(tangents, 0, Notation.STANDARD);
        return story.line(story.size() - 1);
    }

    private static AdjointTrace adjoints(Operation operation, double a) {
        List<String> inputs = operation.arity() == 1 ? List.of("a") : List.of("a", "b");
        WengertList.Builder builder = WengertList.over(inputs);
        Operand[] operands =
                IntStream.range(0, inputs.size()).mapToObj(builder::input).toArray(Operand[]::new);
        WengertList list =
                builder.output("y", builder.append(operation, operands)).build();
        return AdjointTrace.of(PrimalTrace.of(list, Arrays.copyOf(new double[] {a, 3}, inputs.size())), 0);
    }

    private static String filed(Operation operation) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(UnicodeFormulaTest.class.getResourceAsStream("unicode-formulas.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String heading = operation.name() + "\n";
            return Stream.of(text.split("\n\n"))
                    .filter(block -> block.startsWith(heading))
                    .map(block -> block.substring(heading.length()).strip())
                    .findFirst()
                    .orElse(operation + " is not filed");
        }
    }
}
