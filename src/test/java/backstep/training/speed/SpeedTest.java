package backstep.training.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Speeds that are known, told by engines that compute nothing and a clock that goes as those speeds say. */
class SpeedTest {

    private static final Speed PROCESSOR = new Speed(1e-6, 1e-9);
    private static final Speed DEVICE = new Speed(20e-6, 1e-11);

    private static Timing timing(Speed speed, long operations, long flops) {
        Work work = new Work(operations, flops);
        return new Timing(work, speed.seconds(work));
    }

    private static Comparison comparison(Speed processor, Speed device) {
        return new Comparison(timings(processor), timings(device));
    }

    private static List<Timing> timings(Speed speed) {
        return List.of(timing(speed, 30, 1_000), timing(speed, 30, 1_000_000), timing(speed, 40, 1_000_000_000));
    }

    private static void assertSpeed(Speed expected, Speed speed) {
        assertEquals(expected.perOperation(), speed.perOperation(), 1e-9 + 1e-3 * expected.perOperation());
        assertEquals(expected.perFlop(), speed.perFlop(), 1e-3 * expected.perFlop() + 1e-15);
    }

    @Test
    void aSpeedIsFoundFromWhatItTakes() {
        assertSpeed(PROCESSOR, Speed.of(timings(PROCESSOR)));
        assertSpeed(DEVICE, Speed.of(timings(DEVICE)));
    }

    @Test
    void noSpeedIsNegativeWhateverWasMeasured() {
        Speed faster =
                Speed.of(List.of(new Timing(new Work(10, 1_000), 1e-3), new Timing(new Work(10, 1_000_000), 0.5e-3)));
        assertTrue(faster.perOperation() > 0);
        assertEquals(0, faster.perFlop());
        Speed steeper =
                Speed.of(List.of(new Timing(new Work(10, 1_000), 1e-6), new Timing(new Work(10, 1_000_000), 1e-2)));
        assertEquals(0, steeper.perOperation());
        assertTrue(steeper.perFlop() > 0);
    }

    @Test
    void theCrossingIsWhereBothTakeTheSameTime() {
        Comparison comparison = comparison(PROCESSOR, DEVICE);
        long crossing = comparison.crossing(30).orElseThrow();
        assertEquals(30 * 19e-6 / (1e-9 - 1e-11), crossing, 1_000);
        assertFalse(comparison.deviceGains(new Work(30, crossing * 99 / 100)));
        assertTrue(comparison.deviceGains(new Work(30, crossing * 101 / 100)));
    }

    @Test
    void aDeviceThatIsSlowerAtEverythingGainsNever() {
        assertEquals(
                OptionalLong.empty(),
                comparison(PROCESSOR, new Speed(20e-6, 2e-9)).crossing(30));
    }

    @Test
    void aDeviceThatIsFasterAtEverythingGainsFromTheFirstFlopOn() {
        assertEquals(
                0, comparison(PROCESSOR, new Speed(1e-8, 1e-11)).crossing(30).orElseThrow());
    }

    @Test
    void trialsTellTheSpeedOfEnginesByTheClockTheyAreGiven() {
        WorkCounter processor = new WorkCounter();
        WorkCounter device = new WorkCounter();
        Trials trials = new Trials(
                () -> Math.round(1e9 * (PROCESSOR.seconds(processor.work()) + DEVICE.seconds(device.work()))));
        Comparison comparison = trials.compare(() -> processor, () -> device);
        assertSpeed(PROCESSOR, comparison.ofProcessor());
        assertSpeed(DEVICE, comparison.ofDevice());
    }
}
