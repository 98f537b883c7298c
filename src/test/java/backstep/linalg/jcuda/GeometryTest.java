package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometryTest {

    private static final int LARGEST_BLOCK = 1_024;
    private static final int HIGHEST_GRID = 65_535;

    @ParameterizedTest
    @CsvSource({"1, 1", "256, 1", "257, 2", "1048576, 4096", "1048577, 4096", "2147483647, 4096"})
    void entriesHaveAThreadEachUntilThereAreEnoughOfThem(int entries, int blocks) {
        assertEquals(new Geometry(blocks, 1, 1, 256, 1), Geometry.entries(entries));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1024, 1", "1025, 2", "262144, 256", "2147483647, 256"})
    void sumsHaveSoFewPartsThatTheyAreCopiedAtOnce(int entries, int blocks) {
        assertEquals(new Geometry(blocks, 1, 1, 256, 1), Geometry.sums(entries));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 1", "64, 64, 3, 1, 1", "65, 130, 1, 3, 2", "256, 10, 1, 1, 4"})
    void aProductHasABlockForEachTile(int m, int n, int slices, int gridX, int gridY) {
        assertEquals(new Geometry(gridX, gridY, slices, 16, 16), Geometry.product(m, n, slices));
    }

    /** The largest matrices that a batch of the largest network makes. */
    @Test
    void noGeometryIsBeyondWhatEveryDeviceCan() {
        for (Geometry geometry : new Geometry[] {
            Geometry.entries(Integer.MAX_VALUE),
            Geometry.sums(Integer.MAX_VALUE),
            Geometry.channels(4_096),
            Geometry.product(100_000, 4_097, 256)
        }) {
            assertTrue(geometry.blockX() * geometry.blockY() <= LARGEST_BLOCK, geometry::toString);
            assertTrue(geometry.gridY() <= HIGHEST_GRID && geometry.gridZ() <= HIGHEST_GRID, geometry::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Δ of a convolution: 8 filters, 73 numbers seen, 100 examples of 676 places.
        "8, 73, 67600, 544",
        // Wide enough to occupy a device, or too shallow to be cut.
        "1024, 1024, 4096, 4096",
        "256, 512, 785, 272",
        "64, 64, 500, 500",
        "10, 257, 0, 0"
    })
    void whatIsSummedOverIsCutWhereAProductIsDeepAndNarrow(int m, int n, int k, int depth) {
        assertEquals(depth, KernelProducts.depth(m, n, k));
    }
}
