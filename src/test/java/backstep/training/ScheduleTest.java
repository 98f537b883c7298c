package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learning rates by hand, and by the recursions that PyTorch's schedulers go by. */
class ScheduleTest {

    private static final double ETA = 0.3;

    private static void assertRates(Schedule schedule, double... rates) {
        for (int t = 0; t < rates.length; t++) {
            assertEquals(rates[t], schedule.rate(ETA, t), 1e-15, "t = " + t);
        }
    }

    @Test
    void aConstantRateStays() {
        assertRates(new Constant(), ETA, ETA, ETA);
    }

    @Test
    void stepsComeAtMultiplesOfTheirSize() {
        assertRates(new StepDecay(3, 0.1, Schedule.Per.EPOCH), 0.3, 0.3, 0.3, 0.03, 0.03, 0.03, 0.003);
    }

    @Test
    void exponentialDecayMultipliesEveryTime() {
        assertRates(new Exponential(0.5, Schedule.Per.EPOCH), 0.3, 0.15, 0.075, 0.0375);
    }

    /** Keras, learning_rate_schedule_test.py: ExponentialDecay in a staircase of 3, rate 0.96, from 0.1. */
    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.1", "100, 0.02599864358413614"})
    void aPublishedStaircaseIsFound(int t, double rate) {
        assertEquals(rate, new StepDecay(3, 0.96, Schedule.Per.ITERATION).rate(0.1, t), 1e-15);
    }

    @Test
    void aCosineFallsFromTheRateToItsLeastAndRisesAgain() {
        Cosine cosine = new Cosine(4, 0.1, Schedule.Per.EPOCH);
        double half = Math.sqrt(0.5);
        assertRates(cosine, 0.3, 0.2 + 0.1 * half, 0.2, 0.2 - 0.1 * half, 0.1, 0.2 - 0.1 * half, 0.2);
    }

    /** ηₜ₊₁ = etaMin + (ηₜ − etaMin) (1 + cos(π (t + 1) / T)) / (1 + cos(π t / T)), PyTorch's CosineAnnealingLR. */
    @Test
    void theCosineIsThatOfTheRecursion() {
        Cosine cosine = new Cosine(20, 0.01, Schedule.Per.EPOCH);
        double rate = ETA;
        for (int t = 0; t < 20; t++) {
            assertEquals(rate, cosine.rate(ETA, t), 1e-14, "t = " + t);
            double factor =
                    (1 + StrictMath.cos(StrictMath.PI * (t + 1) / 20)) / (1 + StrictMath.cos(StrictMath.PI * t / 20));
            rate = 0.01 + (rate - 0.01) * factor;
        }
    }

    @Test
    void aWarmUpRisesToTheRateAndThenFollowsACosine() {
        WarmupCosine schedule = new WarmupCosine(3, 7, 0.1, Schedule.Per.EPOCH);
        double half = Math.sqrt(0.5);
        assertRates(schedule, 0.1, 0.2, 0.3, 0.3, 0.2 + 0.1 * half, 0.2, 0.2 - 0.1 * half, 0.1, 0.1, 0.1);
    }

    /** LinearLR(start_factor = 1/w, total_iters = w − 1): from 1/w to 1 in a straight line. */
    @Test
    void theWarmUpIsThatOfPyTorch() {
        int warmup = 5;
        WarmupCosine schedule = new WarmupCosine(warmup, 20, 0, Schedule.Per.EPOCH);
        for (int t = 0; t < warmup; t++) {
            double start = 1.0 / warmup;
            double factor = start + (1 - start) * t / (warmup - 1);
            assertEquals(ETA * factor, schedule.rate(ETA, t), 1e-15, "t = " + t);
        }
    }

    @Test
    void withoutAWarmUpItIsACosine() {
        assertRates(new WarmupCosine(0, 4, 0.1, Schedule.Per.EPOCH), 0.3, 0.2 + 0.1 * Math.sqrt(0.5), 0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH, 1, 0.3",
        "EPOCH, 4, 0.3",
        "EPOCH, 5, 0.15",
        "ITERATION, 1, 0.3",
        "ITERATION, 2, 0.15",
        "ITERATION, 5, 0.01875"
    })
    void theClockAdvancesOnceAnEpochOrOnceAnUpdate(Schedule.Per per, int update, double rate) {
        assertEquals(rate, new Exponential(0.5, per).rateOf(update, 4, ETA), 1e-15);
    }
}
