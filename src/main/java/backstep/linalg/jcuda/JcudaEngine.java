package backstep.linalg.jcuda;

import backstep.linalg.Buffer;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Matrix;
import backstep.linalg.Patching;
import backstep.linalg.PatchingEngine;
import backstep.linalg.Precision;
import backstep.linalg.Shapes;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;

/**
 * Computes on an NVIDIA graphics card. Matrices stay there; what an operation launches is done in order, so nothing waits for
 * anything until a number is asked for. The same operations give the same bits every time, on the same device with the same
 * products. An engine is used by one thread at a time, and several engines share a device.
 */
public final class JcudaEngine
        implements PatchingEngine, DeviceLayers, DeviceSlopes, DeviceImages, DeviceNormalisation, DeviceResiduals {

    private final Precision precision;
    private final Kernels kernels;
    private final Products products;
    private final DeviceMemory.Account account;
    private final Transfer transfer;
    private final Reductions reductions;
    private final ChosenRows chosenRows;

    /** An engine on a device, of whose memory others may have their part. */
    JcudaEngine(CudaDriver driver, DeviceMemory memory, Precision precision, ProductsMaker maker) {
        this.precision = precision;
        account = memory.new Account();
        kernels = new Kernels(driver, precision);
        transfer = new Transfer(driver, precision);
        products = maker.make(kernels, account, precision);
        reductions = new Reductions(driver, kernels, account);
        chosenRows = new ChosenRows(driver, account);
    }

    /** Makes what computes the products of an engine. */
    @FunctionalInterface
    interface ProductsMaker {

        /** {@return products for an engine with these kernels and this memory} */
        Products make(Kernels kernels, DeviceMemory.Account account, Precision precision);
    }

    @Override
    public String name() {
        return "jcuda";
    }

    @Override
    public String products() {
        return products.description();
    }

    @Override
    public Precision precision() {
        return precision;
    }

    /** {@return how many bytes of the device's memory it holds} */
    public long bytes() {
        return account.bytes();
    }

    /** {@return how many bytes of the device's memory it held at the most} */
    public long peakBytes() {
        return account.peak();
    }

    @Override
    public Kernels kernels() {
        return kernels;
    }

    @Override
    public JcudaBuffer own(Buffer buffer) {
        if (!(buffer instanceof JcudaBuffer own) || own.account() != account) {
            throw new IllegalArgumentException("the buffer of " + buffer.shape() + " belongs to another engine");
        }
        if (account.isClosed()) {
            throw new IllegalStateException("the engine is closed, and the buffer of " + buffer.shape() + " with it");
        }
        return own;
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        int size = Math.multiplyExact(rows, columns);
        int entryBytes = transfer.entryBytes();
        return new JcudaBuffer(rows, columns, entryBytes, account.allocate((long) entryBytes * size), account);
    }

    @Override
    public void write(Matrix values, Buffer to) {
        Shapes.requireWritable(values, to);
        JcudaBuffer target = own(to);
        if (target.size() > 0) {
            transfer.write(values, target.address());
        }
        Reference.reachabilityFence(target);
    }

    @Override
    public Matrix read(Buffer from) {
        JcudaBuffer source = own(from);
        if (source.size() == 0) {
            return Matrix.zeros(source.rows(), source.columns());
        }
        Matrix copy = transfer.read(source.address(), source.rows(), source.columns());
        Reference.reachabilityFence(source);
        return copy;
    }

    @Override
    public void gather(Buffer from, int[] rows, int first, Buffer to) {
        Shapes.requireGather(from, rows, first, to);
        int size = to.rows() * to.columns();
        if (size > 0) {
            DeviceArea chosen = chosenRows.copy(rows, first, to.rows());
            Arguments arguments = arguments(from).area(chosen).buffers(own(to));
            kernels.entries("gather", size, arguments.integers(to.rows(), to.columns()));
        }
    }

    @Override
    public void multiply(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProduct(a, b, c);
        multiply(a, own(a).matrix(), b, own(b).matrix(), c, own(c).matrix());
    }

    @Override
    public void multiplyBehindBias(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProduct(a, b, c);
        multiply(a, own(a).matrix(), b, own(b).behindBias(), c, own(c).behindBias());
    }

    @Override
    public void multiplyTransposed(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProductWithTransposed(a, b, c);
        multiply(a, own(a).matrix(), b, own(b).matrix().transpose(), c, own(c).matrix());
    }

    @Override
    public void transposedMultiply(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProductOfTransposed(a, b, c);
        multiply(a, own(a).matrix().transpose(), b, own(b).matrix(), c, own(c).matrix());
    }

    private void multiply(Buffer a, DeviceMatrix left, Buffer b, DeviceMatrix right, Buffer c, DeviceMatrix product) {
        if (product.rows() > 0 && product.columns() > 0) {
            products.multiply(left, right, product);
        }
        Reference.reachabilityFence(List.of(a, b, c));
    }

    @Override
    public Patching patching(ConvolutionOperands operands, Buffer patches, Buffer c) {
        return new DevicePatching(this, operands, patches, c);
    }

    @Override
    public double sum(Buffer a) {
        return sum("sum", a, 0);
    }

    @Override
    public double squaredNorm(Buffer a, int fromColumn) {
        return sum("squaredNorm", a, fromColumn);
    }

    @Override
    public double absoluteSum(Buffer a, int fromColumn) {
        return sum("absoluteSum", a, fromColumn);
    }

    @Override
    public boolean isFinite(Buffer a) {
        return sum("isFinite", a, 0) == 0;
    }

    @Override
    public boolean areFinite(List<Buffer> of) {
        double[] counts = new double[of.size()];
        reductions.sum("isFinite", own(of), 0, counts);
        return Arrays.stream(counts).allMatch(count -> count == 0);
    }

    @Override
    public void squaredNorms(List<Buffer> of, int fromColumn, double[] to) {
        reductions.sum("squaredNorm", own(of), fromColumn, to);
    }

    private List<JcudaBuffer> own(List<Buffer> buffers) {
        return buffers.stream().map(this::own).toList();
    }

    private double sum(String kernel, Buffer a, int fromColumn) {
        double[] sum = new double[1];
        reductions.sum(kernel, List.of(own(a)), fromColumn, sum);
        return sum[0];
    }

    /** Gives its memory back; no operation can be asked for any more. */
    @Override
    public void close() {
        products.close();
        account.close();
    }
}
