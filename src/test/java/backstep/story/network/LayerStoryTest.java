package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.Batch;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.InvalidNetwork;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Shape;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Notation;
import backstep.story.PhaseSpan;
import backstep.story.Step;
import backstep.story.UnicodeFormula;
import backstep.story.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story of layers that are not fully connected. */
class LayerStoryTest {

    private static final Setting NORMALISED = given(
            new Shape.Row(2),
            new Dense(3, Activation.TANH),
            new BatchNorm(Activation.RELU),
            new Dense(3, Activation.LINEAR),
            new Addition(2, Activation.LINEAR),
            new Dense(1, Activation.SIGMOID));

    private static final Setting IMAGES = given(
            new Shape.Image(2, 4, 4),
            new Conv2d(2, 3, 1, 1, Activation.TANH),
            new BatchNorm(Activation.LINEAR),
            new MaxPool2d(2),
            new Flatten(),
            new Dense(1, Activation.SIGMOID));

    private static Setting given(Shape input, Layer... layers) {
        Random random = new Random(3);
        Network network = new Network(input, List.of(layers), Loss.BINARY_CROSS_ENTROPY);
        Theta theta = new Theta(IntStream.rangeClosed(1, network.depth())
                .mapToObj(network::theta)
                .map(shape -> numbers(random, shape.rows(), shape.columns()))
                .toList());
        Batch batch = new Batch(numbers(random, 3, network.inputs()), Matrix.of(3, 1, 1, 0, 1));
        return new Setting(network, theta, batch, 0.1, Sign.LOSS);
    }

    private static Matrix numbers(Random random, int rows, int columns) {
        return Matrix.of(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void everyStepIsToldWithItsNumberAndInAtMostTwentyFiveWords(Grain grain) {
        for (Setting setting : List.of(NORMALISED, IMAGES)) {
            NetworkStory story = Given.story(setting, grain);
            for (int index = 0; index < story.size(); index++) {
                Step step = story.step(index);
                assertTrue(
                        step.line().value().isFinite(), step.line().quantity().toString());
                assertFalse(UnicodeFormula.of(step.line().formula()).isEmpty());
                assertFalse(UnicodeFormula.of(step.line().substituted()).isEmpty());
                String why = step.panel().why().plain();
                assertFalse(why.isEmpty(), step.line().quantity().toString());
                assertTrue(why.split(" ").length <= 25, why);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void everyNumberIsCompleteInTheStepThatTellsIt(Grain grain) {
        for (Setting setting : List.of(NORMALISED, IMAGES)) {
            NetworkStory story = Given.story(setting, grain);
            for (int index = 0; index < story.size(); index++) {
                Step step = story.step(index);
                NetworkAddress quantity = (NetworkAddress) step.line().quantity();
                if (!step.partial()) {
                    assertEquals(OptionalInt.of(index), story.schedule().step(quantity), quantity.toString());
                }
                assertEquals(quantity, NetworkAddress.parse(quantity.toString()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void everyNumberThatIsReadIsOneOfTheStory(Grain grain) {
        for (Setting setting : List.of(NORMALISED, IMAGES)) {
            NetworkStory story = Given.story(setting, grain);
            for (int index = 0; index < story.size(); index++) {
                for (Address read : story.line(index).reads()) {
                    assertTrue(story.has((NetworkAddress) read), read.toString());
                }
            }
        }
    }

    /** The story's terms, put together by hand, are what was recorded. */
    @Test
    void theTermsOfASumAddUpToIt() {
        for (Setting setting : List.of(NORMALISED, IMAGES)) {
            Recording recording = Given.recording(setting);
            Paths paths = new Paths(recording);
            ProductFormula products = new ProductFormula(Script.of(
                    recording,
                    backstep.training.Update.of(
                            new EjmlEngine(), recording, backstep.training.UpdateSetting.plain(0.5)),
                    Notation.STANDARD));
            for (int l = 2; l < setting.network().outputLayer(); l++) {
                for (int i = 1; i <= setting.network().units(l); i++) {
                    if (!(setting.network().layer(l) instanceof BatchNorm)) {
                        double z = setting.network().layer(l) instanceof MaxPool2d
                                ? paths.forward(l, i, 2).stream()
                                        .mapToDouble(products::value)
                                        .max()
                                        .orElseThrow()
                                : products.total(paths.forward(l, i, 2));
                        assertEquals(recording.z(l, i, 2), z, 1e-12, "z " + l + " " + i);
                    }
                    if (!(setting.network().layer(l + 1) instanceof BatchNorm)) {
                        double blame = products.total(paths.through(l, i, 2)) + products.total(paths.past(l, i, 2));
                        double slope =
                                setting.network().activation(l).derivative(recording.z(l, i, 2), recording.a(l, i, 2));
                        assertEquals(recording.delta(l, i, 2), blame * slope, 1e-12, "delta " + l + " " + i);
                    }
                }
            }
        }
    }

    @Test
    void aNormalisationIsToldByMeanVarianceNormalisedAndScaledNumber() {
        NetworkStory story = Given.story(NORMALISED, Grain.UNIT);
        List<String> told = IntStream.range(0, story.size())
                .mapToObj(index -> story.line(index).quantity().toString())
                .filter(quantity -> quantity.matches("(mean|variance|xHat|z|a)\\.3\\..*"))
                .limit(15)
                .toList();
        assertEquals(
                List.of(
                        "mean.3.1",
                        "mean.3.2",
                        "mean.3.3",
                        "variance.3.1",
                        "variance.3.2",
                        "variance.3.3",
                        "xHat.3.1@1",
                        "xHat.3.2@1",
                        "xHat.3.3@1",
                        "z.3.1@1",
                        "a.3.1@1",
                        "z.3.2@1",
                        "a.3.2@1",
                        "z.3.3@1",
                        "a.3.3@1"),
                told);
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void meansAndVariancesAreToldOnceAndReadByEveryExample(Grain grain) {
        NetworkStory story = Given.story(NORMALISED, grain);
        List<String> told = quantities(story).toList();
        int channels = grain == Grain.LAYER ? 1 : 3;
        assertEquals(
                channels,
                told.stream().filter(each -> each.startsWith("mean.3")).count());
        assertEquals(
                channels,
                told.stream().filter(each -> each.startsWith("variance.3")).count());
        List<List<String>> readers = IntStream.range(0, story.size())
                .filter(index -> told.get(index).startsWith("xHat"))
                .mapToObj(index -> reads(story, index))
                .toList();
        assertEquals(3 * channels, readers.size());
        assertTrue(readers.stream()
                .allMatch(reads -> reads.stream().anyMatch(read -> read.startsWith("mean.3"))
                        && reads.stream().anyMatch(read -> read.startsWith("variance.3"))));
    }

    private static Stream<String> quantities(NetworkStory story) {
        return IntStream.range(0, story.size())
                .mapToObj(index -> story.line(index).quantity().toString());
    }

    private static List<String> reads(NetworkStory story, int index) {
        return story.line(index).reads().stream().map(Address::toString).toList();
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void phasesFollowEachOtherAndHoldTheirSteps(Grain grain) {
        NetworkStory story = Given.story(NORMALISED, grain);
        int next = 0;
        for (PhaseSpan span : story.phases()) {
            assertEquals(next, span.from(), span.title());
            for (int index = next; index < next + span.count(); index++) {
                assertEquals(span.phase(), story.step(index).phase(), span.title());
            }
            next += span.count();
        }
        assertEquals(story.size(), next);
    }

    @Test
    void aUnitOfAnImageSaysWhereItStands() {
        NetworkStory story = Given.story(IMAGES, Grain.UNIT);
        int index = story.schedule()
                .step(new NetworkAddress.Unit(Vector.Z, 2, 16 + 6, 1))
                .orElseThrow();
        assertEquals(
                "Patch times kernel for unit 22 of layer 2 (channel 2, row 2, column 2)",
                story.step(index).panel().title().plain());
    }

    @Test
    void meanAndVarianceAreThoseOfTheBatch() {
        NetworkStory story = Given.story(NORMALISED, Grain.UNIT);
        Recording recording = Given.recording(NORMALISED);
        double mean = (recording.a(2, 1, 1) + recording.a(2, 1, 2) + recording.a(2, 1, 3)) / 3;
        assertEquals(mean, scalar(story, new NetworkAddress.OfChannel(Moment.MEAN, 3, 1)), 1e-15);
        double variance = IntStream.rangeClosed(1, 3)
                        .mapToDouble(e -> Math.pow(recording.a(2, 1, e) - mean, 2))
                        .sum()
                / 3;
        assertEquals(variance, scalar(story, new NetworkAddress.OfChannel(Moment.VARIANCE, 3, 1)), 1e-15);
        double xHat = (recording.a(2, 1, 2) - mean) / Math.sqrt(variance + 1e-5);
        assertEquals(xHat, scalar(story, new NetworkAddress.Unit(Vector.X_HAT, 3, 1, 2)), 1e-12);
    }

    private static double scalar(NetworkStory story, NetworkAddress quantity) {
        return ((Value.Scalar) story.value(quantity)).number();
    }

    @Test
    void bothPathsAroundAResidualBlockLeadBack() {
        NetworkStory story = Given.story(NORMALISED, Grain.UNIT);
        int index = story.schedule()
                .step(new NetworkAddress.Unit(Vector.DELTA, 2, 1, 1))
                .orElseThrow();
        List<String> reads =
                story.line(index).reads().stream().map(Address::toString).toList();
        assertTrue(
                reads.containsAll(List.of("delta.5.1@1", "delta.3.1@1", "variance.3.1", "Delta.2.1.0")),
                reads.toString());
        assertTrue(story.step(index).panel().why().plain().startsWith("Two paths lead back"));
    }

    @Test
    void aConvolutionsUnitIsItsPatchTimesItsKernel() {
        NetworkStory story = Given.story(IMAGES, Grain.UNIT);
        NetworkAddress.Unit inside = new NetworkAddress.Unit(Vector.Z, 2, 16 + 6, 1);
        Explanation explanation = story.explain(inside, story.size() - 1, 1);
        List<String> reads =
                explanation.line().reads().stream().map(Address::toString).toList();
        assertEquals(2 * (1 + 2 * 9), reads.size());
        assertTrue(reads.containsAll(List.of("Theta.1.2.0", "Theta.1.2.1", "a.1.1@1", "Theta.1.2.18", "a.1.27@1")));
    }

    @Test
    void aPoolingsUnitIsTheLargestOfItsWindow() {
        NetworkStory story = Given.story(IMAGES, Grain.UNIT);
        Explanation explanation = story.explain(new NetworkAddress.Unit(Vector.Z, 4, 2, 1), story.size() - 1, 0);
        assertEquals(
                List.of("a.3.3@1", "a.3.4@1", "a.3.7@1", "a.3.8@1"),
                explanation.line().reads().stream().map(Address::toString).toList());
        assertTrue(explanation.line().substituted().startsWith("\\max"));
    }

    @Test
    void layersWithoutWeightsHaveNoMatrix() {
        NetworkStory story = Given.story(IMAGES, Grain.UNIT);
        assertFalse(story.has(new NetworkAddress.Whole(new NetworkQuantity.Table.Gradient(), 3)));
        assertTrue(story.has(new NetworkAddress.Whole(new NetworkQuantity.Table.Gradient(), 2)));
    }

    @Test
    void rulesAreDerivedForDenseLayersAlone() {
        InvalidNetwork error =
                assertThrows(InvalidNetwork.class, () -> Derivation.of(Given.recording(IMAGES), Notation.STANDARD));
        assertEquals(
                "/network/layers/0/type: the rules are derived for dense layers alone, this one is conv2d",
                error.getMessage());
    }
}
