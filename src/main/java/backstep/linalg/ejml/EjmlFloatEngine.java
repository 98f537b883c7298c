package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;
import static backstep.linalg.ejml.EjmlFloatBuffer.floats;

import backstep.linalg.Buffer;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Matrix;
import backstep.linalg.Patching;
import backstep.linalg.PatchingEngine;
import backstep.linalg.Precision;
import backstep.linalg.Shapes;
import backstep.linalg.UpdateOperands;
import backstep.linalg.UpdateRule;
import org.ejml.data.FMatrixRMaj;

/**
 * Computes on the CPU in single precision, on one thread, so that the same operations give the same bits every time. Products
 * are computed in single precision throughout. Everything else is computed from these numbers in double precision and rounded
 * once, most of it a few rows at a time. An engine keeps no matrix between two operations, so several threads may use it at once.
 */
public final class EjmlFloatEngine
        implements PatchingEngine, FloatLayers, FloatImages, FloatNormalisation, FloatResiduals {

    private final Gemm<FloatOperand> gemm;

    /** Products in Java alone: the same bits on every machine. */
    public EjmlFloatEngine() {
        this(new PlainFloatGemm());
    }

    private EjmlFloatEngine(Gemm<FloatOperand> gemm) {
        this.gemm = gemm;
    }

    /**
     * {@return products by the OpenBLAS of this machine, which is faster and rounds in its own way; in Java alone where it is not
     * installed or switched off}
     */
    public static EjmlFloatEngine withSystemLibrary() {
        return new EjmlFloatEngine(OpenBlasFloat.orElse(new PlainFloatGemm()));
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
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new EjmlFloatBuffer(new FMatrixRMaj(rows, columns));
    }

    @Override
    public void write(Matrix values, Buffer to) {
        Shapes.requireWritable(values, to);
        float[] floats = floats(to);
        for (int k = 0; k < values.size(); k++) {
            floats[k] = (float) values.at(k / to.columns(), k % to.columns());
        }
    }

    @Override
    public Matrix read(Buffer from) {
        float[] floats = floats(from);
        double[] numbers = new double[from.rows() * from.columns()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = floats[k];
        }
        return Matrix.of(from.rows(), from.columns(), numbers);
    }

    @Override
    public void gather(Buffer from, int[] rows, int first, Buffer to) {
        Shapes.requireGather(from, rows, first, to);
        int width = to.columns();
        for (int i = 0; i < to.rows(); i++) {
            System.arraycopy(floats(from), rows[first + i] * width, floats(to), i * width, width);
        }
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
                operand(a),
                EjmlFloatBuffer.own(b).behindBias(),
                EjmlFloatBuffer.own(c).behindBias());
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

    private static FloatOperand operand(Buffer buffer) {
        return EjmlFloatBuffer.own(buffer).operand();
    }

    @Override
    public Patching patching(ConvolutionOperands operands, Buffer patches, Buffer c) {
        return new FloatPatching(operands, patches, c);
    }

    @Override
    public void regularise(Buffer sum, double divisor, Buffer theta, double lambda, Buffer d) {
        Shapes.require("regularise", "theta", theta, sum.rows(), sum.columns());
        Shapes.require("regularise", "d", d, sum.rows(), sum.columns());
        float[] slopes = floats(d);
        int count = d.rows() * d.columns();
        double share = 1 / divisor;
        if (lambda == 0) {
            FloatEntries.scale(share, floats(sum), slopes, count);
            return;
        }
        FloatEntries.addPenalty(floats(sum), share, floats(theta), lambda, slopes, count);
        for (int bias = 0; bias < count; bias += d.columns()) {
            slopes[bias] = (float) (floats(sum)[bias] * share);
        }
    }

    @Override
    public void addSigns(double factor, Buffer theta, Buffer d) {
        Shapes.require("addSigns", "d", d, theta.rows(), theta.columns());
        Chunks chunks = Chunks.of(d);
        while (chunks.next()) {
            Buffer wide = chunks.rows(d);
            Chunks.WIDE.addSigns(factor, chunks.rows(theta), wide);
            chunks.keep(wide, d);
        }
        chunks.giveBack();
    }

    @Override
    public void addScaled(Buffer a, double factor, Buffer b, Buffer c) {
        Shapes.require("addScaled", "b", b, a.rows(), a.columns());
        Shapes.require("addScaled", "c", c, a.rows(), a.columns());
        FloatEntries.addScaled(floats(a), factor, floats(b), floats(c), a.rows() * a.columns());
    }

    @Override
    public double sum(Buffer a) {
        double sum = 0;
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            sum += Chunks.WIDE.sum(chunks.rows(a));
        }
        chunks.giveBack();
        return sum;
    }

    @Override
    public double squaredNorm(Buffer a, int fromColumn) {
        double sum = 0;
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            sum += Chunks.WIDE.squaredNorm(chunks.rows(a), fromColumn);
        }
        chunks.giveBack();
        return sum;
    }

    @Override
    public double absoluteSum(Buffer a, int fromColumn) {
        double sum = 0;
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            sum += Chunks.WIDE.absoluteSum(chunks.rows(a), fromColumn);
        }
        chunks.giveBack();
        return sum;
    }

    @Override
    public void scale(double factor, Buffer a) {
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer wide = chunks.rows(a);
            Chunks.WIDE.scale(factor, wide);
            chunks.keep(wide, a);
        }
        chunks.giveBack();
    }

    @Override
    public boolean isFinite(Buffer a) {
        boolean isFinite = true;
        Chunks chunks = Chunks.of(a);
        while (isFinite && chunks.next()) {
            isFinite = Chunks.WIDE.isFinite(chunks.rows(a));
        }
        chunks.giveBack();
        return isFinite;
    }

    @Override
    public void update(UpdateRule rule, double[] scalars, UpdateOperands operands) {
        Shapes.requireUpdate(rule, operands);
        if (rule.isDescent()) {
            addScaled(operands.theta(), -scalars[0], operands.slope(), operands.result());
            return;
        }
        Chunks chunks = Chunks.of(operands.theta());
        while (chunks.next()) {
            update(rule, scalars, operands, chunks);
        }
        chunks.giveBack();
    }

    /** The rows of now; of memories that the rule has not, nothing is taken. */
    private static void update(UpdateRule rule, double[] scalars, UpdateOperands operands, Chunks chunks) {
        Buffer theta = chunks.rows(operands.theta());
        Buffer first = rule.memories() >= 1 ? chunks.rows(operands.first()) : theta;
        Buffer second = rule.memories() >= 2 ? chunks.rows(operands.second()) : theta;
        Buffer result = chunks.roomFor(operands.result());
        rule.apply(
                scalars,
                entries(theta),
                entries(chunks.rows(operands.slope())),
                entries(first),
                entries(second),
                entries(result),
                theta.rows() * theta.columns());
        if (rule.memories() >= 1) {
            chunks.keep(first, operands.first());
        }
        if (rule.memories() >= 2) {
            chunks.keep(second, operands.second());
        }
        chunks.keep(result, operands.result());
    }
}
