package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {

    private static final EjmlEngine ENGINE = new EjmlEngine();
    private static final Setting SETTING = Given.with(
            0.3,
            Given.setting(
                    Given.network(
                            2,
                            Loss.BINARY_CROSS_ENTROPY,
                            Given.layer(3, Activation.TANH),
                            Given.layer(1, Activation.SIGMOID)),
                    3));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static GradientCheck check(Setting setting) {
        return GradientCheck.of(ENGINE, Given.recording(setting));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itPassesOnRandomNetworks(long seed) {
        GradientCheck check = check(RandomSettings.of(seed));
        assertTrue(check.passes(), check.worst().toString());
    }

    @Test
    void itMeasuresBothSigns() {
        Setting ascent = Given.with(Sign.LOG_LIKELIHOOD, SETTING);
        assertTrue(check(ascent).passes());
        assertNear(Given.recording(ascent).d(1), check(ascent).numerical().getFirst(), 1e-8, "D");
    }

    @Test
    void whatIsMeasuredIsWhatPlainLoopsCost() {
        double h = 1e-5;
        double above = new PlainPass(SETTING.with(
                        SETTING.theta().with(1, 2, 1, SETTING.theta().at(1, 2, 1) + h)))
                .cost();
        double below = new PlainPass(SETTING.with(
                        SETTING.theta().with(1, 2, 1, SETTING.theta().at(1, 2, 1) - h)))
                .cost();
        assertEquals(
                (above - below) / (2 * h), check(SETTING).numerical().getFirst().at(1, 1), 1e-9);
    }

    private static GradientCheck checkOf(MatrixEngine mistaken) {
        return GradientCheck.of(ENGINE, Recording.of(mistaken, SETTING));
    }

    @Test
    void aForgottenSlopeOfTheActivationIsNoticed() {
        GradientCheck check = checkOf(MistakenEngine.in(
                "deactivate",
                (engine, operands) -> engine.deactivate(
                        Activation.LINEAR, (Buffer) operands[1], (Buffer) operands[2], (Buffer) operands[3], (Buffer)
                                operands[4])));
        assertFalse(check.passes());
        assertEquals(1, check.worst().l());
    }

    @Test
    void aPenaltyOnTheBiasIsNoticed() {
        GradientCheck check = checkOf(MistakenEngine.in("regularise", (engine, operands) -> {
            engine.addScaled(
                    (Buffer) operands[0], (double) operands[1] * (double) operands[3], (Buffer) operands[2], (Buffer)
                            operands[4]);
            engine.addScaled(
                    (Buffer) operands[4], 1 / (double) operands[1] - 1, (Buffer) operands[4], (Buffer) operands[4]);
        }));
        assertFalse(check.passes());
        assertEquals(0, check.worst().j());
    }

    @Test
    void aTransposedSlopeOfOneEntryIsNoticedThere() {
        GradientCheck check = checkOf(MistakenEngine.in("regularise", (engine, operands) -> {
            Buffer d = (Buffer) operands[4];
            engine.regularise(
                    (Buffer) operands[0], (double) operands[1], (Buffer) operands[2], (double) operands[3], d);
            Matrix right = engine.read(d);
            engine.write(right.rows() == 3 ? right.with(2, 1, right.at(2, 1) * 1.001) : right, d);
        }));
        assertFalse(check.passes());
        assertEquals(
                List.of(1, 3, 1),
                List.of(check.worst().l(), check.worst().i(), check.worst().j()));
        assertEquals(1e-3, check.worst().relativeError(), 1e-5);
    }

    @Test
    void aDerivativeThatIsNotANumberIsTheWorstOfAll() {
        GradientCheck check = checkOf(MistakenEngine.in("deactivate", (engine, operands) -> {
            Buffer delta = (Buffer) operands[4];
            engine.deactivate(
                    (ActivationFunction) operands[0],
                    (Buffer) operands[1],
                    (Buffer) operands[2],
                    (Buffer) operands[3],
                    delta);
            engine.write(engine.read(delta).with(0, 1, Double.NaN), delta);
        }));
        assertFalse(check.passes());
        assertEquals(2, check.worst().i());
    }

    @Test
    void aCheckThatNobodyWouldWaitForIsRefused() {
        Setting large = Given.setting(
                Given.network(
                        200, Loss.SQUARED_ERROR, Given.layer(200, Activation.TANH), Given.layer(1, Activation.LINEAR)),
                1);
        InvalidNetwork error = assertThrows(InvalidNetwork.class, () -> check(large));
        assertEquals(
                "/network: checking 40401 weights over 3 examples takes 9793444806 multiplications, at most 4000000000 "
                        + "are done; take fewer units or examples",
                error.getMessage());
    }
}
