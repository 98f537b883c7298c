package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;
import static backstep.linalg.ejml.EjmlBuffer.matrix;
import static backstep.linalg.ejml.EjmlBuffer.operand;

import backstep.linalg.Buffer;
import backstep.linalg.Convolution;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Matrix;
import backstep.linalg.OutputFunction;
import backstep.linalg.Shapes;
import backstep.linalg.UpdateOperands;
import backstep.linalg.UpdateRule;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Computes on the CPU in double precision, on one thread, so that the same operations give the same bits every time. An engine
 * keeps no matrix between two operations, so several threads may use it at once.
 */
public final class EjmlEngine implements Activations, Images, Normalisation, Residuals {

    /** The bits of a double's exponent, all of them set where it is infinite or not a number. */
    private static final long EXPONENT = 0x7ff0_0000_0000_0000L;

    private static final long EXPONENT_ONE = 0x0010_0000_0000_0000L;

    private final Gemm<Operand> gemm;

    /** Products in Java alone: the same bits on every machine. */
    public EjmlEngine() {
        this(new PlainGemm());
    }

    private EjmlEngine(Gemm<Operand> gemm) {
        this.gemm = gemm;
    }

    /**
     * {@return products by the OpenBLAS of this machine, which is faster and rounds in its own way; in Java alone where it is not
     * installed or switched off}
     */
    public static EjmlEngine withSystemLibrary() {
        return new EjmlEngine(OpenBlas.orElse(new PlainGemm()));
    }

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public String products() {
        return gemm.description();
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new EjmlBuffer(new DMatrixRMaj(rows, columns));
    }

    @Override
    public Optional<Buffer> behindBias(Buffer a) {
        return Optional.of(new EjmlPart(EjmlBuffer.own(a).behindBias()));
    }

    @Override
    public void write(Matrix values, Buffer to) {
        Shapes.requireWritable(values, to);
        if (to instanceof EjmlPart part) {
            part.write(values);
        } else {
            values.copyTo(entries(to));
        }
    }

    @Override
    public Matrix read(Buffer from) {
        return from instanceof EjmlPart part ? part.read() : Matrix.of(from.rows(), from.columns(), entries(from));
    }

    @Override
    public void gather(Buffer from, int[] rows, int first, Buffer to) {
        Shapes.requireGather(from, rows, first, to);
        Rows.gather(entries(from), rows, first, to, entries(to));
    }

    @Override
    public void multiply(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProduct(a, b, c);
        gemm.multiply(operand(a), operand(b), operand(c));
    }

    @Override
    public void multiplyBehindBias(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProduct(a, b, c);
        gemm.multiply(
                operand(a), EjmlBuffer.own(b).behindBias(), EjmlBuffer.own(c).behindBias());
    }

    @Override
    public void multiplyTransposed(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProductWithTransposed(a, b, c);
        gemm.multiply(operand(a), operand(b).transposed(), operand(c));
    }

    @Override
    public void transposedMultiply(Buffer a, Buffer b, Buffer c) {
        Shapes.requireProductOfTransposed(a, b, c);
        gemm.multiply(operand(a).transposed(), operand(b), operand(c));
    }

    @Override
    public Convolution convolution(ConvolutionOperands operands) {
        return new DirectConvolution(gemm, operands);
    }

    @Override
    public void prependBias(Buffer x, Buffer a) {
        Shapes.require("prependBias", "a", a, x.rows(), x.columns() + 1);
        Rows.putBehindBias(x, 0, x.rows(), a);
        for (int row = 0; row < a.rows(); row++) {
            entries(a)[row * a.columns()] = 1;
        }
    }

    @Override
    public void losses(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer losses) {
        Shapes.requireOutput("losses", z, a, y);
        Shapes.require("losses", "losses", losses, z.rows(), 1);
        f.losses(entries(z), entries(a), entries(y), entries(losses), z.rows(), z.columns());
    }

    @Override
    public void outputDelta(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer delta) {
        Shapes.requireOutput("outputDelta", z, a, y);
        Shapes.require("outputDelta", "delta", delta, z.rows(), z.columns());
        f.deltas(entries(z), entries(a), entries(y), entries(delta), z.rows(), z.columns());
    }

    @Override
    public void regularise(Buffer sum, double divisor, Buffer theta, double lambda, Buffer d) {
        Shapes.require("regularise", "theta", theta, sum.rows(), sum.columns());
        Shapes.require("regularise", "d", d, sum.rows(), sum.columns());
        double[] sums = entries(sum);
        double[] slopes = entries(d);
        double share = 1 / divisor;
        if (lambda == 0) {
            CommonOps_DDRM.scale(share, matrix(sum), matrix(d));
            return;
        }
        addPenalty(sums, share, entries(theta), lambda, slopes, d.rows() * d.columns());
        for (int bias = 0; bias < d.rows() * d.columns(); bias += d.columns()) {
            slopes[bias] = sums[bias] * share;
        }
    }

    private static void addPenalty(double[] sum, double share, double[] theta, double lambda, double[] d, int count) {
        for (int k = 0; k < count; k++) {
            d[k] = Math.fma(lambda, theta[k], sum[k] * share);
        }
    }

    @Override
    public void addSigns(double factor, Buffer theta, Buffer d) {
        Shapes.require("addSigns", "d", d, theta.rows(), theta.columns());
        double[] weights = entries(theta);
        double[] slopes = entries(d);
        for (int row = 0; row < d.rows(); row++) {
            for (int k = row * d.columns() + 1; k < (row + 1) * d.columns(); k++) {
                slopes[k] += factor * Math.signum(weights[k]);
            }
        }
    }

    @Override
    public void addScaled(Buffer a, double factor, Buffer b, Buffer c) {
        Shapes.require("addScaled", "b", b, a.rows(), a.columns());
        Shapes.require("addScaled", "c", c, a.rows(), a.columns());
        CommonOps_DDRM.add(matrix(a), factor, matrix(b), matrix(c));
    }

    @Override
    public double sum(Buffer a) {
        return CommonOps_DDRM.elementSum(matrix(a));
    }

    @Override
    public double squaredNorm(Buffer a, int fromColumn) {
        double sum = 0;
        for (int row = 0; row < a.rows(); row++) {
            for (int column = fromColumn; column < a.columns(); column++) {
                double entry = entries(a)[row * a.columns() + column];
                sum += entry * entry;
            }
        }
        return sum;
    }

    @Override
    public double absoluteSum(Buffer a, int fromColumn) {
        double sum = 0;
        for (int row = 0; row < a.rows(); row++) {
            for (int column = fromColumn; column < a.columns(); column++) {
                sum += Math.abs(entries(a)[row * a.columns() + column]);
            }
        }
        return sum;
    }

    @Override
    public void scale(double factor, Buffer a) {
        CommonOps_DDRM.scale(factor, matrix(a));
    }

    @Override
    public boolean isFinite(Buffer a) {
        if (!(a instanceof EjmlPart)) {
            return isFinite(entries(a), 0, a.rows() * a.columns());
        }
        for (int row = 0; row < a.rows(); row++) {
            if (!isFinite(EjmlPart.entries(a), EjmlPart.at(a, row), a.columns())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFinite(double[] entries, int first, int count) {
        long exponents = 0;
        for (int k = first; k < first + count; k++) {
            // Adding one to an exponent of ones alone carries into the sign.
            exponents |= (Double.doubleToRawLongBits(entries[k]) & EXPONENT) + EXPONENT_ONE;
        }
        return exponents >= 0;
    }

    @Override
    public void update(UpdateRule rule, double[] scalars, UpdateOperands operands) {
        Shapes.requireUpdate(rule, operands);
        Buffer theta = operands.theta();
        rule.apply(
                scalars,
                entries(theta),
                entries(operands.slope()),
                entries(operands.first()),
                entries(operands.second()),
                entries(operands.result()),
                theta.rows() * theta.columns());
    }
}
