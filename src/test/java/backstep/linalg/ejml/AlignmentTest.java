package backstep.linalg.ejml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {

    /** Memory outside Java, whose address Java tells. */
    @ParameterizedTest
    @ValueSource(ints = {Float.BYTES, Double.BYTES})
    void behindItsBeginANumberStandsAtTheAddressOfAWholeVector(int bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(256, 64);
            for (int shift = 0; shift < 128; shift += bytes) {
                MemorySegment array = room.asSlice(shift);
                int from = new Alignment(array, bytes).from();
                assertTrue(from >= 0 && from < 64 / bytes, shift + " bytes: " + from);
                assertEquals(0, (array.address() + (from + 1L) * bytes) % 64, shift + " bytes");
                assertEquals(from, from & Alignment.MASK);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 10, 32, 264})
    void aLoopOverNumbersEndsWithTheVectorOfTheLast(int length) {
        Alignment doubles = new Alignment(MemorySegment.ofArray(new double[1]), Double.BYTES);
        int vectors = doubles.to(5, length) - 5 - 1;
        assertEquals(0, vectors % 8);
        assertTrue(1 + vectors >= length && 1 + vectors < length + 8, length + ": " + vectors);
    }

    /** What was allocated before them makes rooms begin at different addresses. */
    @Test
    void productsAreTheSameToTheLastBitWhereverTheyAreComputed() {
        double[] first = ClassCopyTest.product(new PackedProduct());
        List<double[]> between = new ArrayList<>();
        for (int k = 0; k < 16; k++) {
            between.add(new double[k]);
            assertArrayEquals(
                    first, ClassCopyTest.product(new PackedProduct()), between.size() + " allocations before");
        }
    }
}
