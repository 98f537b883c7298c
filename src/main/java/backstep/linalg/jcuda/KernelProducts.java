package backstep.linalg.jcuda;

import org.jspecify.annotations.Nullable;

/**
 * Products by our own tiled kernels. A deep and narrow one, such as Δ of a convolution, has too few tiles to occupy a device: what is
 * summed over is cut into slices, whose sums are then added in their order.
 */
final class KernelProducts implements Products {

    static final String DESCRIPTION = "own kernels";

    private static final int TILE = 64;
    private static final int SLICE = 256;
    private static final int ENOUGH_BLOCKS = 256;
    private static final int STEP = 16;

    private final Kernels kernels;
    private final DeviceMemory.Account account;
    private final int entryBytes;
    private @Nullable DeviceArea slices;

    KernelProducts(Kernels kernels, DeviceMemory.Account account, int entryBytes) {
        this.kernels = kernels;
        this.account = account;
        this.entryBytes = entryBytes;
    }

    @Override
    public String description() {
        return DESCRIPTION;
    }

    @Override
    public void multiply(DeviceMatrix a, DeviceMatrix b, DeviceMatrix c) {
        int depth = depth(c.rows(), c.columns(), a.columns());
        if (depth >= a.columns()) {
            launch(a, b, c, Math.max(depth, 1), 1);
            return;
        }
        int count = Math.ceilDiv(a.columns(), depth);
        DeviceArea area = slices(count * (long) c.rows() * c.columns() * entryBytes);
        launch(a, b, new DeviceMatrix(area.address(), c.rows(), c.columns(), c.columns(), false), depth, count);
        kernels.entries(
                "addSlices",
                c.rows() * c.columns(),
                new Arguments().area(area).address(c.address()).integers(count, c.rows(), c.columns(), c.step()));
    }

    /** {@return how much of k one slice takes, from the shape of a product [m × n] alone; k where it is not cut} */
    static int depth(int m, int n, int k) {
        long tiles = (long) Math.ceilDiv(m, TILE) * Math.ceilDiv(n, TILE);
        int wanted = (int) Math.min(k / SLICE, ENOUGH_BLOCKS / tiles);
        return wanted <= 1 ? k : Math.ceilDiv(Math.ceilDiv(k, wanted), STEP) * STEP;
    }

    private void launch(DeviceMatrix a, DeviceMatrix b, DeviceMatrix c, int depth, int count) {
        kernels.launch(
                kernel(a, b),
                Geometry.product(c.rows(), c.columns(), count),
                new Arguments()
                        .address(a.address())
                        .address(b.address())
                        .address(c.address())
                        .integers(c.rows(), c.columns(), a.columns(), a.step(), b.step(), c.step(), depth));
    }

    private static String kernel(DeviceMatrix a, DeviceMatrix b) {
        if (a.transposed() && b.transposed()) {
            throw new IllegalArgumentException(
                    "a product of two transposes is asked for; none of the operations is one");
        }
        return a.transposed() ? "transposedMultiply" : b.transposed() ? "multiplyTransposed" : "multiply";
    }

    private DeviceArea slices(long bytes) {
        if (slices == null || slices.bytes() < bytes) {
            slices = account.allocate(bytes);
        }
        return slices;
    }

    @Override
    public void close() {
        slices = null;
    }
}
