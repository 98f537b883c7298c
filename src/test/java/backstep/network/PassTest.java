package backstep.network;

import static backstep.network.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.ejml.EjmlEngine;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of a pass is the one that plain loops make of it. The parameter is the seed. */
class PassTest {

    private static final double RELATIVE = 1e-12;

    static LongStream seeds() {
        return LongStream.range(1_000, 1_400);
    }

    @Test
    void theSeedsCoverEveryCombinationOfLossOutputAndSign() {
        Set<String> covered = seeds().mapToObj(RandomSettings::of)
                .map(setting -> setting.objective().kernel() + setting.sign())
                .collect(Collectors.toSet());
        assertEquals(2 * (2 + 2) + 6 + 6, covered.size(), covered.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theForwardPassIsThatOfPlainLoops(long seed) {
        Setting setting = RandomSettings.of(seed);
        Recording recording = Given.recording(setting);
        PlainPass plain = new PlainPass(setting);
        assertEquals(plain.a(1), recording.a(1));
        for (int l = 2; l <= setting.network().outputLayer(); l++) {
            assertNear(plain.z(l), recording.z(l), RELATIVE, "z" + l);
            assertNear(plain.a(l), recording.a(l), RELATIVE, "a" + l);
        }
        assertNear(plain.losses(), recording.losses(), RELATIVE, "losses");
        assertNear(plain.cost(), recording.cost(), RELATIVE, "J");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBackwardPassIsThatOfPlainLoops(long seed) {
        Setting setting = RandomSettings.of(seed);
        Recording recording = Given.recording(setting);
        PlainPass plain = new PlainPass(setting);
        for (int l = 1; l <= setting.network().depth(); l++) {
            assertNear(plain.delta(l + 1), recording.delta(l + 1), RELATIVE, "delta" + (l + 1));
            assertNear(plain.sum(l), recording.sum(l), RELATIVE, "Delta" + l);
            assertNear(plain.d(l), recording.d(l), RELATIVE, "D" + l);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePassThatKeepsNothingComputesTheSame(long seed) {
        Setting setting = RandomSettings.of(seed);
        Pass pass = Pass.over(new EjmlEngine(), setting);
        pass.forward(Recorder.NONE);
        pass.backward(Recorder.NONE);
        assertEquals(Given.recording(setting).cost(), pass.cost());
        assertEquals(setting.theta(), pass.weights().read());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSamePassAgainIsTheSameToTheLastBit(long seed) {
        Recording first = Given.recording(RandomSettings.of(seed));
        Recording second = Given.recording(RandomSettings.of(seed));
        for (int l = 1; l <= first.network().depth(); l++) {
            assertEquals(first.a(l + 1), second.a(l + 1));
            assertEquals(first.d(l), second.d(l));
        }
        assertEquals(first.losses(), second.losses());
    }
}
