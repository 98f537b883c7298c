package backstep.linalg.jcuda;

/**
 * In how many blocks of how many threads a kernel is launched. It depends on the shape of the work alone, never on the device,
 * so that sums are added up in the same order everywhere.
 *
 * @param gridX blocks; the others likewise
 * @param blockX threads of a block; the other likewise
 */
public record Geometry(int gridX, int gridY, int gridZ, int blockX, int blockY) {

    private static final int THREADS = 256;
    private static final int MOST_BLOCKS = 4_096;
    private static final int MOST_PARTIALS = 256;
    private static final int ADDED_BY_A_BLOCK = 1_024;
    private static final int TILE = 64;
    private static final int TILE_THREADS = 16;

    /** {@return a thread for each of so many entries, or for several where there are very many} */
    public static Geometry entries(int count) {
        return row(Math.min(Math.ceilDiv(count, THREADS), MOST_BLOCKS));
    }

    /** {@return blocks that each add up a part of so many entries} */
    public static Geometry sums(int count) {
        return row(Math.clamp(Math.ceilDiv(count, ADDED_BY_A_BLOCK), 1, MOST_PARTIALS));
    }

    /** {@return a block for each channel} */
    public static Geometry channels(int channels) {
        return row(channels);
    }

    /** {@return a block for each tile of a product [m × n], in each of so many slices of what is summed over} */
    public static Geometry product(int m, int n, int slices) {
        return new Geometry(Math.ceilDiv(n, TILE), Math.ceilDiv(m, TILE), slices, TILE_THREADS, TILE_THREADS);
    }

    private static Geometry row(int blocks) {
        return new Geometry(blocks, 1, 1, THREADS, 1);
    }
}
