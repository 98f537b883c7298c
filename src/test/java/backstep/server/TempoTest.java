package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {

    private static final long SECOND = 1_000_000_000L;

    private final Tempo tempo = new Tempo();

    @Test
    void withoutAPaceNothingWaits() {
        assertEquals(7, tempo.take(7, 0));
        assertEquals(0, tempo.untilNext(0));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 5", "10, 10, 100", "60, 60, 600", "3000, 3000, 30000"})
    void asManyUpdatesAreMadeInTenSecondsAsThePaceSays(double pace, int inOne, int inTen) {
        tempo.set(pace);
        int beat = (int) Math.max(1, pace / 30);
        assertEquals(inOne, updatesUntil(SECOND), beat);
        assertEquals(inTen, updatesUntil(10 * SECOND) + inOne, beat);
    }

    private long now;

    /** Updates take no time here. */
    private int updatesUntil(long end) {
        int made = 0;
        while (now + tempo.untilNext(now) < end) {
            now += tempo.untilNext(now);
            made += tempo.take(10_000, now);
        }
        return made;
    }

    @Test
    void aSlowRunDoesNotCatchUp() {
        tempo.set(10.0);
        tempo.untilNext(0);
        tempo.take(1, 0);
        assertEquals(0, tempo.untilNext(5 * SECOND));
        tempo.take(1, 5 * SECOND);
        assertEquals(SECOND / 10, tempo.untilNext(5 * SECOND));
    }
}
