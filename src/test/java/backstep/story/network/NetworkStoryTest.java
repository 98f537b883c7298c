package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.story.Address;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity;
import backstep.story.Notation;
import backstep.story.Step;
import backstep.story.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkStoryTest {

    private static final Notation MARKED =
            new Notation(3, Notation.DecimalMark.POINT, Notation.AdjointSymbol.BAR, true);

    private final NetworkStory units = Given.story(Given.threeThreeOne(), Grain.UNIT);

    /** Every loss on every output that it can be on, in both signs, below every hidden activation. */
    static Stream<Setting> everyCombination() {
        List<Setting> settings = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            for (Activation output : Activation.values()) {
                for (Sign sign : Sign.values()) {
                    for (Activation hidden : Activation.values()) {
                        combination(loss, output, sign, hidden, settings);
                    }
                }
            }
        }
        return settings.stream();
    }

    private static void combination(
            Loss loss, Activation output, Sign sign, Activation hidden, List<Setting> settings) {
        if (hidden == Activation.SOFTMAX) {
            return;
        }
        try {
            Network network = Given.network(loss, hidden, output, 2, 3, 2, 2);
            settings.add(Given.random(network, 2, penalty(hidden), sign, 5));
        } catch (InvalidNetwork combinationWithoutMeaning) {
            assertFalse(combinationWithoutMeaning.getMessage().isEmpty());
        }
    }

    /** None, both and each of the penalties. */
    private static Penalty penalty(Activation hidden) {
        return switch (hidden) {
            case TANH -> Penalty.NONE;
            case SIGMOID -> new Penalty(0.1, 0.05);
            case RELU -> new Penalty(0, 0.05);
            default -> new Penalty(0.1, 0);
        };
    }

    private static String at(NetworkStory story, String address) {
        Step step =
                story.step(story.writer(Address.parse(address), story.size()).orElseThrow());
        return step.panel().result();
    }

    @Test
    void theNumbersAreThoseOfThePicture() {
        assertEquals("z_{1}^{(2)} = 0.650", at(units, "z.2.1@1"));
        assertEquals("z_{3}^{(2)} = 0.100", at(units, "z.2.3@1"));
        assertEquals("a_{2}^{(2)} = 0.574", at(units, "a.2.2@1"));
        assertEquals("a_{1}^{(3)} = 0.543", at(units, "a.3.1@1"));
        assertEquals("\\ell_{1} = 0.611", at(units, "loss@1"));
        assertEquals("\\delta_{1}^{(3)} = -0.457", at(units, "delta.3.1@1"));
        assertEquals("\\delta_{1}^{(2)} = -0.082", at(units, "delta.2.1@1"));
        assertEquals("\\delta_{3}^{(2)} = -0.057", at(units, "delta.2.3@1"));
        NetworkStory terms = Given.story(Given.threeThreeOne(), Grain.TERM);
        assertEquals("\\delta_{2}^{(2)} = 0.101", at(terms, "delta.2.2@1"));
        NetworkStory layers = Given.story(Given.threeThreeOne(), Grain.LAYER);
        assertEquals(
                "\\delta^{(2)} = \\begin{bmatrix} -0.082 \\\\ 0.101 \\\\ -0.057 \\end{bmatrix}",
                at(layers, "delta.2@1"));
    }

    @Test
    void theBlameForAHiddenUnitIsToldAsInThePicture() {
        Step step = units.step(11);
        assertEquals("Blame for hidden unit 2", step.panel().title().plain());
        assertEquals(
                "\\delta_{2}^{(2)} = a_{2}^{(2)}\\,(1 - a_{2}^{(2)}) \\sum_{k} \\Theta_{k2}^{(2)}\\, \\delta_{k}^{(3)}",
                step.panel().rule());
        assertEquals(
                "\\underbrace{0.574 \\times 0.426}_{\\text{slope of the sigmoid}} \\times"
                        + " \\underbrace{(-0.900) \\times (-0.457)}_{\\text{blame from the output}}",
                step.panel().numbers());
        assertEquals(
                "The output is too low and this unit pushes it down, so a larger a₂ would raise the loss.",
                step.panel().why().plain());
        assertEquals(
                List.of("Theta.2.1.2", "delta.3.1@1", "a.2.2@1"),
                step.line().reads().stream().map(Address::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void everyStepHoldsForEveryCombination(Setting setting) {
        for (Grain grain : Grain.values()) {
            Holds.everyStep(Given.story(setting, grain));
        }
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void theTermsOfASumAddUpToTheNumberThatWasRecorded(Setting setting) {
        NetworkStory story = Given.story(setting, Grain.TERM);
        Network network = setting.network();
        for (int i = 1; i <= network.units(2); i++) {
            int last = story.schedule()
                    .step(new NetworkAddress.Unit(NetworkQuantity.Vector.DELTA, 2, i, 1))
                    .orElseThrow();
            double blame = story.line(last - 1).number();
            double z = Given.recording(setting).z(2, i, 1);
            double a = Given.recording(setting).a(2, i, 1);
            assertEquals(
                    story.line(last).number(), blame * network.activation(2).derivative(z, a), 1e-15);
        }
    }

    @Test
    void theSumOverAllButTheLastExampleAndTheLastExampleMakeTheSum() {
        Setting setting = Given.threeThreeOne();
        Value before = units.value((NetworkAddress) Address.parse("Delta.1.2.1@3"));
        Value after = units.value((NetworkAddress) Address.parse("Delta.1.2.1"));
        double product = Given.recording(setting).delta(2, 2, 4)
                * Given.recording(setting).a(1, 1, 4);
        assertEquals(((Value.Scalar) after).number(), ((Value.Scalar) before).number() + product, 1e-15);
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void aStepIsTheSameFromWhereverItIsReached(Grain grain) {
        NetworkStory story = Given.story(Given.threeThreeOne(), grain);
        NetworkStory other = Given.story(Given.threeThreeOne(), grain);
        List<Step> forwards = story.steps(0, story.size());
        for (int k = story.size() - 1; k >= 0; k--) {
            assertEquals(forwards.get(k), other.step(k));
        }
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void thePhasesCoverEveryStep(Grain grain) {
        NetworkStory story = Given.story(Given.threeThreeOne(), grain);
        int next = 0;
        for (var phase : story.phases()) {
            assertEquals(next, phase.from());
            next += phase.count();
        }
        assertEquals(story.size(), next);
    }

    @Test
    void theMillionthStepOfAWideNetworkIsMadeByItself() {
        Network network = Given.network(Loss.CROSS_ENTROPY, Activation.RELU, Activation.SOFTMAX, 784, 128, 10);
        NetworkStory story = Given.story(Given.random(network, 12, 3), Grain.TERM);
        assertTrue(story.size() > 1_000_000);
        Step step = story.step(1_000_000);
        assertEquals(OptionalInt.of(5), step.example());
        assertTrue(step.line().reads().size() <= 3, step.line().reads().toString());
        NetworkStory units = Given.story(Given.random(network, 12, 3), Grain.UNIT);
        assertEquals(
                List.of("Theta.1.1", "a.1@1"),
                units.line(0).reads().stream().map(Address::toString).toList());
        assertTrue(
                units.line(0).operation().endsWith("\\cdots \\;(\\text{785 terms})"),
                units.line(0).operation());
    }

    @Test
    void aDeadReluSaysThatNothingGoesBack() {
        NetworkStory story = Given.story(relu(-1), Grain.UNIT);
        Step step = story.step(story.writer(Address.parse("delta.2.1@1"), 99).orElseThrow());
        assertEquals(
                "z₁ is not positive, so the ReLU is flat here and nothing goes back through this unit.",
                step.panel().why().plain());
    }

    @Test
    void aCornerIsFlaggedWithTheConvention() {
        NetworkStory story = Given.story(relu(0), Grain.UNIT);
        assertEquals(
                List.of("delta.2.1@1"),
                story.flags(9).stream().map(f -> f.quantity().toString()).toList());
        assertEquals(
                "The ReLU has a corner at z = 0 and no derivative there; by convention its slope is 0.",
                story.flags(9).getFirst().flag().reason());
    }

    @Test
    void onlyTheFirstNumberThatIsTooLargeIsFlagged() {
        Network network = Given.network(Loss.SQUARED_ERROR, Activation.LINEAR, Activation.LINEAR, 1, 1, 1);
        Setting setting = new Setting(
                network,
                new Theta(List.of(Matrix.of(1, 2, 0, 1e200), Matrix.of(1, 2, 0, 1e200))),
                new Batch(Matrix.of(1, 1, 1), Matrix.of(1, 1, 1)),
                0,
                Sign.LOSS);
        NetworkStory story = Given.story(setting, Grain.UNIT);
        assertEquals("z.3.1@1", story.flags(9).getFirst().quantity().toString());
        Step next = story.step(story.writer(Address.parse("a.3.1@1"), 99).orElseThrow());
        assertTrue(next.line().flag().isEmpty());
        assertTrue(next.panel().why().plain().startsWith("A number that this line reads is not finite"));
    }

    /** One ReLU unit with z = {@code z}. */
    private static Setting relu(double z) {
        Network network = Given.network(Loss.HALF_SQUARED_ERROR, Activation.RELU, Activation.LINEAR, 1, 1, 1);
        return new Setting(
                network,
                new Theta(List.of(Matrix.of(1, 2, 0, z), Matrix.of(1, 2, 0.5, 1))),
                new Batch(Matrix.of(1, 1, 1), Matrix.of(1, 1, 2)),
                0,
                Sign.LOSS);
    }

    @Test
    void theLogLikelihoodIsRaised() {
        Setting loss = Given.threeThreeOne();
        Setting likelihood =
                new Setting(loss.network(), loss.theta(), loss.batch(), loss.lambda(), Sign.LOG_LIKELIHOOD);
        NetworkStory story = Given.story(likelihood, Grain.UNIT);
        assertEquals("y - a_{1}^{(3)}", story.line(9).operation());
        assertEquals("\\delta_{1}^{(3)} = 0.457", at(story, "delta.3.1@1"));
        assertEquals(
                "The output is too low and this unit pushes it down, so a larger a₂ would lower the likelihood.",
                story.step(11).panel().why().plain());
        assertEquals(at(units, "Theta.1.2~1"), at(story, "Theta.1.2~1"));
    }

    @Test
    void absoluteWeightsCostTheirSign() {
        Setting plain = Given.threeThreeOne();
        NetworkStory story = Given.story(
                new Setting(plain.network(), plain.theta(), plain.batch(), new Penalty(0.01, 0.1), Sign.LOSS),
                Grain.TERM);
        Step slope =
                story.step(story.writer(Address.parse("D.1.1.2"), story.size()).orElseThrow());
        assertEquals(
                "\\frac{1}{4} \\Delta_{12}^{(1)} + \\lambda\\, \\Theta_{12}^{(1)} + \\lambda_{1} \\operatorname{sign} \\Theta_{12}^{(1)}",
                slope.line().operation());
        assertTrue(
                slope.line().substituted().endsWith("+ 0.010 \\times (-0.600) + 0.100 \\times (-1)"),
                slope.line().substituted());
        Step bias =
                story.step(story.writer(Address.parse("D.1.1.0"), story.size()).orElseThrow());
        assertEquals("\\frac{1}{4} \\Delta_{10}^{(1)}", bias.line().operation());
        Step cost = story.step(story.writer(Address.parse("J"), story.size()).orElseThrow());
        assertTrue(
                cost.panel().rule().endsWith("\\lambda_{1} \\sum_{l,i,j \\ne 0} \\lvert \\Theta_{ij}^{(l)} \\rvert"),
                cost.panel().rule());
    }

    @Test
    void marksCarryAddressesAndColours() {
        NetworkStory marked = Given.story(Given.threeThreeOne(), Grain.UNIT, MARKED);
        assertTrue(
                marked.line(11).formula().contains("\\htmlData{q=delta.2.2@1}{\\htmlClass{bwd}{\\delta_{2}^{(2)}}}"));
        assertTrue(marked.line(11).formula().contains("\\htmlData{q=a.2.2@1}{\\htmlClass{fwd}{a_{2}^{(2)}}}"));
        assertTrue(marked.line(11).substituted().contains("\\htmlClass{num neg}{-0.457}"));
    }
}
