package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawsTest {

    @Test
    void mixingIsTheFirstNumberOfSplitMix64() {
        assertEquals(0xe220a8397b1dcdafL, Draws.mixed(0));
        assertEquals(0x599ed017fb08fc85L, Draws.mixed(1234567));
    }

    @Test
    void firstNumbersOfNeighbouringSeedsAreSpreadEvenly() {
        int[] tenths = new int[10];
        for (long seed = 0; seed < 1000; seed++) {
            tenths[(int) Draws.ofPoints(seed).uniform(0, 10)]++;
        }
        assertTrue(Arrays.stream(tenths).allMatch(count -> count > 60 && count < 140), Arrays.toString(tenths));
    }

    @Test
    void noTwoSeedsBeginAlike() {
        Set<Double> firsts = new HashSet<>();
        for (long seed = -500; seed < 500; seed++) {
            firsts.add(Draws.ofPoints(seed).normal(1));
            firsts.add(Draws.ofSplit(seed).nextGaussian());
        }
        assertEquals(2000, firsts.size());
    }

    @Test
    void greyValuesStayBetweenZeroAndOne() {
        double[] noisy = Draws.ofPoints(1).greyNoise(1, new double[100]);
        assertTrue(Arrays.stream(noisy).allMatch(grey -> grey >= 0 && grey <= 1));
        assertTrue(Arrays.stream(noisy).anyMatch(grey -> grey == 1));
    }
}
