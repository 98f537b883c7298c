package backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.autodiff.AdjointTrace;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExpressionStoryTest {

    static final List<String> oneOfEach = Told.ONE_OF_EACH;

    private final ExpressionStory lecture = Told.reverse(Told.LECTURE, 2, 5);

    @Test
    void theLectureTakesSixteenStepsInTwoPhases() {
        assertEquals(16, lecture.size());
        assertEquals(
                List.of(new PhaseSpan(Phase.FORWARD, "Forward", 0, 7), new PhaseSpan(Phase.BACKWARD, "Reverse", 7, 9)),
                lecture.phases());
    }

    @Test
    void aSecondContributionIsToldAsASecondPath() {
        Step step = lecture.step(14);
        assertEquals("Second path into v̄₀", step.panel().title().plain());
        assertEquals(
                "\\bar{v}_{0} = \\bar{v}_{0} + \\bar{v}_{2} \\cdot v_{-1}",
                step.line().formula());
        assertEquals("-0.284 + 1 \\times 2", step.line().substituted());
        assertEquals(
                "x2 reaches y along two paths, through the sine and through the product, so its two contributions add up.",
                step.panel().why().plain());
        assertEquals(
                "v-bar 0 gets v-bar 2 times v minus 1 added: minus 0.284 plus 1 times 2 is 1.716.",
                step.panel().speech());
        assertEquals(
                List.of("vbar.0", "vbar.2", "v.-1"),
                step.line().reads().stream().map(Address::toString).toList());
    }

    @Test
    void aReciprocalSlopeIsWrittenAsADivision() {
        assertEquals("\\bar{v}_{-1} + \\bar{v}_{1} / v_{-1}", lecture.line(15).operation());
        assertEquals("5 + 1 \\times 0.500", lecture.line(15).substituted());
    }

    @Test
    void asManyPathsAreToldAsThereAre() {
        ExpressionStory story = Told.reverse("(x + x)*x*x", 2);
        assertEquals("x reaches y along four paths, so its contributions add up.", lastReason(story));
    }

    @Test
    void aVariableWhoseUsesBranchFurtherIsNotSaidToHaveThatManyPaths() {
        AdjointTrace adjoints = AdjointTrace.of(Told.primal("h = x + 1; y = x*(h*h)", 3), 1);
        assertEquals(
                "x is used in two places on the way to y, through the product and through the sum,"
                        + " so its two contributions add up.",
                lastReason(ExpressionStory.reverse(adjoints, Notation.STANDARD)));
    }

    private static String lastReason(ExpressionStory story) {
        return story.step(story.size() - 1).panel().why().plain();
    }

    @Test
    void anOperandOnBothSidesSaysWhichSideIsMeant() {
        ExpressionStory square = Told.reverse("x*x", 3);
        assertTrue(square.step(3).panel().here().orElseThrow().endsWith("\\text{ by the left operand}"));
        assertTrue(square.step(4).panel().here().orElseThrow().endsWith("\\text{ by the right operand}"));
    }

    @Test
    void theForwardStoryEndsWithTheTangentOfTheOutput() {
        ExpressionStory story = Told.forward(Told.LECTURE, 2, 5);
        assertEquals("Tangent", story.phases().getLast().title());
        assertEquals(14, story.size());
        assertEquals("vdot.x1.5", story.step(13).line().quantity().toString());
        assertEquals(5.5, story.step(13).line().number());
        assertEquals(
                "\\dot{v}_{-1} \\cdot v_{0} + \\dot{v}_{0} \\cdot v_{-1}",
                story.line(10).operation());
        assertEquals("1 \\times 5 + 0 \\times 2", story.line(10).substituted());
    }

    @ParameterizedTest
    @FieldSource("oneOfEach")
    void everyReasonIsOneSentenceOfAtMostTwentyFiveWords(String expression) {
        for (Story story : List.of(Told.reverse(expression, 1.5, 2.5), Told.forward(expression, 1.5, 2.5))) {
            for (Step step : Told.steps(story)) {
                String why = step.panel().why().plain();
                assertTrue(why.split(" ").length <= 25, why);
                assertTrue(why.endsWith(".") && !why.contains("{}"), why);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("oneOfEach")
    void everyStepReadsOnlyWhatEarlierStepsMade(String expression) {
        for (Story story : List.of(Told.reverse(expression, 1.5, 2.5), Told.forward(expression, 1.5, 2.5))) {
            for (Step step : Told.steps(story)) {
                for (Address read : step.line().reads()) {
                    assertTrue(story.writer(read, step.index() - 1).isPresent(), step.line() + " reads " + read);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("oneOfEach")
    void theFormulaOfAStepNamesEveryQuantityItReads(String expression) {
        ExpressionStory story = Told.reverse(expression, 1.5, 2.5);
        for (Step step : Told.steps(story)) {
            for (Address read : step.line().reads()) {
                String symbol = switch (read) {
                    case Address.Value(int i) -> "v_{" + i + "}";
                    case Address.Adjoint(int i) -> "\\bar{v}_{" + i + "}";
                    case Address.Tangent(var _, int i) -> "\\dot{v}_{" + i + "}";
                    case NetworkAddress other -> other.toString();
                };
                assertTrue(step.line().formula().contains(symbol), step.line().formula() + " reads " + read);
            }
        }
    }

    @Test
    void anAdjointIsExplainedAsItStandsAfterAStep() {
        Address adjoint = Address.parse("vbar.0");
        assertEquals(OptionalInt.of(12), lecture.writer(adjoint, 13));
        assertEquals(-0.284, Explanation.of(lecture, adjoint, 13, 0).line().number(), 5e-4);
        assertEquals(1.716, Explanation.of(lecture, adjoint, 15, 0).line().number(), 5e-4);
    }

    @Test
    void anExplanationGoesBackToTheInputsAndTheSeed() {
        Explanation explanation = Explanation.of(lecture, Address.parse("vbar.0"), 15, 6);
        assertFalse(explanation.cut());
        assertEquals(
                List.of("v.-1", "v.0", "vbar.5"),
                leaves(explanation).sorted().distinct().toList());
    }

    private static java.util.stream.Stream<String> leaves(Explanation explanation) {
        assertFalse(explanation.cut());
        return explanation.reads().isEmpty()
                ? java.util.stream.Stream.of(explanation.line().quantity().toString())
                : explanation.reads().stream().flatMap(ExpressionStoryTest::leaves);
    }

    @Test
    void aNumberThatIsNotMadeYetCannotBeExplained() {
        Address adjoint = Address.parse("vbar.0");
        IllegalArgumentException early =
                assertThrows(IllegalArgumentException.class, () -> Explanation.of(lecture, adjoint, 8, 1));
        assertEquals("vbar.0 is not computed yet at step 9", early.getMessage());
        assertThrows(IllegalArgumentException.class, () -> lecture.writer(Address.parse("v.6"), 15));
        assertThrows(IllegalArgumentException.class, () -> lecture.writer(Address.parse("vdot.x1.1"), 15));
    }

    @Test
    void aDomainErrorIsTheReasonAndItsConsequencesSayWhoseTheyAre() {
        ExpressionStory story = Told.reverse("ln(x)*2", -2);
        assertEquals(
                "ln needs a positive number, was −2.",
                story.step(1).panel().why().plain());
        assertEquals(
                "v₁ has no finite value, so nothing that is computed from it has one.",
                story.step(2).panel().why().plain());
    }

    @Test
    void marksCarryAddressesAndColours() {
        Notation marked = new Notation(3, Notation.DecimalMark.POINT, Notation.AdjointSymbol.BAR, true);
        var adjoints = AdjointTrace.of(Told.primal(Told.LECTURE, 2, 5), 0);
        Line line = ExpressionStory.reverse(adjoints, marked).line(12);
        assertEquals(
                "\\htmlData{q=vbar.0}{\\htmlClass{bwd}{\\bar{v}_{0}}} = \\htmlData{q=vbar.3}{\\htmlClass{bwd}{\\bar{v}_{3}}}"
                        + " \\cdot \\cos \\htmlData{q=v.0}{\\htmlClass{fwd}{v_{0}}}",
                line.formula());
        assertEquals("\\htmlClass{num neg}{-1} \\times \\htmlClass{num pos}{0.284}", line.substituted());
    }

    @Test
    void anAdjointCanBeWrittenAsADerivative() {
        Notation partial = new Notation(4, Notation.DecimalMark.COMMA, Notation.AdjointSymbol.PARTIAL, false);
        var adjoints = AdjointTrace.of(Told.primal(Told.LECTURE, 2, 5), 0);
        Line line = ExpressionStory.reverse(adjoints, partial).line(12);
        assertEquals("\\partial y/\\partial v_{0} = \\partial y/\\partial v_{3} \\cdot \\cos v_{0}", line.formula());
        assertEquals("-1 \\times 0{,}2837", line.substituted());
    }
}
