package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.Operand;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import backstep.expression.ExpressionParser;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backpropagation is reverse mode: the same network as a Wengert list has the same derivatives. The parameter is the seed. */
class UnrollingTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGradientIsTheAdjointsOfTheList(long seed) {
        Recording recording = recording(RandomSettings.of(seed));
        Unrolling unrolling = Unrolling.of(recording.setting());
        AdjointTrace adjoints = unrolling.adjoints();
        forEachWeight(recording.network(), (l, i, j) -> {
            double adjoint = adjoints.adjoint(unrolling.variable(l, i, j));
            assertNear(adjoint, recording.d(l, i, j), 1e-12, "D" + l + " " + i + " " + j);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOutputIsTheCost(long seed) {
        Recording recording = recording(RandomSettings.of(seed));
        AdjointTrace adjoints = Unrolling.of(recording.setting()).adjoints();
        double data = recording.setting().sign().factor() * recording.meanLoss();
        assertNear(data + recording.penalty(), adjoints.primal().output(adjoints.output()), 1e-12, "J");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTextParsesToTheSameGradient(long seed) {
        Unrolling unrolling = Unrolling.of(RandomSettings.of(seed));
        unrolling.expression().ifPresent(text -> {
            WengertList parsed = WengertList.of(ExpressionParser.parse(text));
            double[] at = parsed.inputs().stream()
                    .mapToDouble(name -> unrolling.at().get(name))
                    .toArray();
            AdjointTrace adjoints =
                    AdjointTrace.of(PrimalTrace.of(parsed, at), parsed.outputs().size() - 1);
            assertEquals(List.copyOf(unrolling.at().keySet()), parsed.inputs());
            assertArrayEquals(unrolling.adjoints().gradient(), adjoints.gradient());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofOneExampleWithoutPenaltyTheAdjointsAreDeltaTimesActivation(long seed) {
        Setting random = RandomSettings.of(seed);
        Setting one = new Setting(random.network(), random.theta(), random.batch(), 0, random.sign()).example(1);
        Recording recording = recording(one);
        Unrolling unrolling = Unrolling.of(one);
        AdjointTrace adjoints = unrolling.adjoints();
        forEachWeight(
                one.network(),
                (l, i, j) -> assertNear(
                        recording.delta(l + 1, i, 1) * recording.a(l, j, 1),
                        adjoints.adjoint(unrolling.variable(l, i, j)),
                        1e-12,
                        l + " " + i + " " + j));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theAdjointOfAWeightedSumIsItsDelta(long seed) {
        Setting random = RandomSettings.of(seed);
        Setting one = new Setting(random.network(), random.theta(), random.batch(), 0, random.sign()).example(1);
        AdjointTrace adjoints = Unrolling.of(one).adjoints();
        Recording recording = recording(one);
        for (int l = 2; l <= one.network().outputLayer(); l++) {
            for (int i = 1; i <= one.network().units(l); i++) {
                int z = index(adjoints.primal().list(), "z" + l + "_" + i);
                assertNear(recording.z(l, i, 1), adjoints.primal().v(z), 1e-12, "z");
                assertNear(recording.delta(l, i, 1), adjoints.adjoint(z), 1e-12, "delta");
            }
        }
    }

    @Test
    void theSingleNodeIsWrittenAsInALecture() {
        Network node = new Network(2, List.of(new Dense(1, Activation.SIGMOID)), Loss.BINARY_CROSS_ENTROPY);
        Batch batch = new Batch(Matrix.of(2, 2, 0.5, -2, 3, 0), Matrix.of(2, 1, 1, 0));
        Theta theta = new Theta(List.of(Matrix.of(1, 3, 0.1, 0.2, 0.3)));
        assertEquals(
                "z2_1_1 = w1_1_0 + w1_1_1*0.5 + w1_1_2*(-2); a2_1_1 = sigmoid(z2_1_1); loss_1 = -ln(a2_1_1); "
                        + "z2_1_2 = w1_1_0 + w1_1_1*3 + w1_1_2*0; a2_1_2 = sigmoid(z2_1_2); "
                        + "loss_2 = -ln(1 - a2_1_2); J = (loss_1 + loss_2)/2 + 0.5*(w1_1_1^2 + w1_1_2^2)",
                Unrolling.of(new Setting(node, theta, batch, 1, Sign.LOSS))
                        .expression()
                        .orElseThrow());
    }

    @Test
    void theLogLikelihoodIsWrittenWithoutItsMinus() {
        Network network = new Network(1, List.of(new Dense(2, Activation.SOFTMAX)), Loss.CROSS_ENTROPY);
        Batch batch = new Batch(Matrix.of(1, 1, 2), Matrix.of(1, 2, 0.25, 0.75));
        Theta theta = new Theta(List.of(Matrix.zeros(2, 2)));
        assertEquals(
                "z2_1 = w1_1_0 + w1_1_1*2; z2_2 = w1_2_0 + w1_2_1*2; exp2_1 = exp(z2_1); exp2_2 = exp(z2_2); "
                        + "sum2 = exp2_1 + exp2_2; a2_1 = exp2_1/sum2; a2_2 = exp2_2/sum2; "
                        + "logL = 0.25*ln(a2_1) + 0.75*ln(a2_2); J = logL",
                Unrolling.of(new Setting(network, theta, batch, 0, Sign.LOG_LIKELIHOOD))
                        .expression()
                        .orElseThrow());
    }

    @Test
    void weightsAreNamedInOrderAndCarryTheirValues() {
        Unrolling unrolling = Unrolling.of(RandomSettings.of(3));
        Setting setting = unrolling.setting();
        forEachWeight(setting.network(), (l, i, j) -> {
            String name = unrolling.list().input(unrolling.variable(l, i, j));
            assertEquals("w" + l + "_" + i + "_" + j, name);
            assertEquals(setting.theta().at(l, i, j), unrolling.at().get(name));
        });
    }

    @Test
    void withMoreThanSixtyFourWeightsThereIsNoTextButAList() {
        Unrolling unrolling = Unrolling.of(wide(64, 1));
        assertTrue(unrolling.expression().isEmpty());
        assertEquals(65, unrolling.list().inputCount());
        assertTrue(Unrolling.of(wide(63, 1)).expression().isPresent());
    }

    @Test
    void aTextOfMoreThanTenThousandCharactersIsNotOffered() {
        assertTrue(Unrolling.of(wide(63, 3)).expression().isPresent());
        assertTrue(Unrolling.of(wide(63, 9)).expression().isEmpty());
    }

    @Test
    void aListThatNobodyCouldReadIsRefused() {
        InvalidNetwork error = assertThrows(InvalidNetwork.class, () -> Unrolling.of(wide(4_095, 37)));
        assertEquals(
                "/network: written out, 4096 weights over 37 examples are 151552 products, at most 150000 are written; "
                        + "take fewer units or examples",
                error.getMessage());
    }

    @Test
    void theLongestListHasAnEntryForEachProductAndSum() {
        assertEquals(
                36 * (2 * 4_095 + 2) + 36, Unrolling.of(wide(4_095, 36)).list().operationCount());
    }

    /** Where a kink has no derivative each may choose its own. */
    @Test
    void atTheCornerOfLeakyReluTheListTakesTheMeanOfBothSlopes() {
        Network network = Given.network("1 → 1 leaky-relu, half-squared-error");
        Batch batch = Given.batch(new double[][] {{1}}, new double[][] {{1}});
        Setting corner = new Setting(network, Given.theta(new double[][] {{0, 0}}), batch, 0, Sign.LOSS);
        assertEquals(-0.01, recording(corner).d(1, 1, 0));
        assertEquals(-(1 + 0.01) / 2, Unrolling.of(corner).adjoints().gradient()[0], 1e-15);
    }

    @Test
    void ofASaturatedOutputTheListHasNoFiniteCostWhileThePassHas() {
        Batch batch = Given.batch(new double[][] {{1}}, new double[][] {{0}});
        Setting sure = new Setting(Given.node(1), Given.theta(new double[][] {{0, 800}}), batch, 0, Sign.LOSS);
        AdjointTrace adjoints = Unrolling.of(sure).adjoints();
        assertEquals(800, recording(sure).cost());
        assertEquals(Double.POSITIVE_INFINITY, adjoints.primal().output(adjoints.output()));
    }

    private static Setting wide(int inputs, int examples) {
        Network network = new Network(inputs, List.of(new Dense(1, Activation.LINEAR)), Loss.SQUARED_ERROR);
        Random random = new Random(1);
        Batch batch = RandomSettings.batch(network, examples, random);
        return new Setting(network, RandomSettings.theta(network, random), batch, 0, Sign.LOSS);
    }

    private static Recording recording(Setting setting) {
        return Recording.of(new EjmlEngine(), setting);
    }

    private static int index(WengertList list, String name) {
        return list.outputs().stream()
                .filter(output -> output.name().equals(name))
                .map(output -> ((Operand.Variable) output.operand()).index())
                .findFirst()
                .orElseThrow();
    }

    private interface OfWeight {
        void accept(int l, int i, int j);
    }

    private static void forEachWeight(Network network, OfWeight claim) {
        for (int l = 1; l <= network.depth(); l++) {
            for (int i = 1; i <= network.units(l + 1); i++) {
                for (int j = 0; j <= network.units(l); j++) {
                    claim.accept(l, i, j);
                }
            }
        }
    }
}
