package backstep.training.speed;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Buffer;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Matrix;
import backstep.linalg.NormalisationOperands;
import backstep.linalg.OutputFunction;
import backstep.linalg.Patching;
import backstep.linalg.PatchingEngine;
import backstep.linalg.UpdateOperands;
import backstep.linalg.UpdateRule;
import backstep.linalg.Window;

/**
 * An engine that computes nothing and counts what it would have to. Its matrices have a shape and no entries. A product of
 * [m × k] and [k × n] counts 2mkn; whatever goes entry by entry counts the entries of its largest matrix.
 */
final class WorkCounter implements PatchingEngine {

    private long operations;
    private long flops;

    private record Shape(int rows, int columns) implements Buffer {}

    /** What is moved for a convolution. */
    private final class CountedPatching implements Patching {

        private final Buffer patches;
        private final Buffer c;

        CountedPatching(Buffer patches, Buffer c) {
            this.patches = patches;
            this.c = c;
        }

        @Override
        public void unfold(int first) {
            count(patches);
        }

        @Override
        public void fold(int first) {
            count(patches);
        }

        @Override
        public void toImages(int first) {
            count(c);
        }

        @Override
        public void fromImages(int first) {
            count(c);
        }
    }

    /** {@return all work so far} */
    Work work() {
        return new Work(operations, flops);
    }

    private void count(long flopsOfOne) {
        operations++;
        flops += flopsOfOne;
    }

    private void count(Buffer largest) {
        count(entries(largest));
    }

    private static long entries(Buffer matrix) {
        return (long) matrix.rows() * matrix.columns();
    }

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new Shape(rows, columns);
    }

    @Override
    public void write(Matrix values, Buffer to) {}

    @Override
    public Matrix read(Buffer from) {
        return Matrix.zeros(from.rows(), from.columns());
    }

    @Override
    public void gather(Buffer from, int[] rows, int first, Buffer to) {
        count(to);
    }

    @Override
    public void multiply(Buffer a, Buffer b, Buffer c) {
        count(2 * entries(c) * a.columns());
    }

    @Override
    public void multiplyBehindBias(Buffer a, Buffer b, Buffer c) {
        count(2L * c.rows() * (c.columns() - 1) * a.columns());
    }

    @Override
    public void multiplyTransposed(Buffer a, Buffer b, Buffer c) {
        count(2 * entries(c) * a.columns());
    }

    @Override
    public void transposedMultiply(Buffer a, Buffer b, Buffer c) {
        count(2 * entries(c) * a.rows());
    }

    @Override
    public void prependBias(Buffer x, Buffer a) {
        count(a);
    }

    @Override
    public void activate(ActivationFunction g, Buffer z, Buffer a) {
        count(a);
    }

    @Override
    public void deactivate(ActivationFunction g, Buffer z, Buffer a, Buffer e, Buffer delta) {
        count(e);
    }

    @Override
    public void losses(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer losses) {
        count(a);
    }

    @Override
    public void outputDelta(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer delta) {
        count(a);
    }

    @Override
    public void regularise(Buffer sum, double divisor, Buffer theta, double lambda, Buffer d) {
        count(d);
    }

    @Override
    public void addSigns(double factor, Buffer theta, Buffer d) {
        count(d);
    }

    @Override
    public void addScaled(Buffer a, double factor, Buffer b, Buffer c) {
        count(c);
    }

    @Override
    public double sum(Buffer a) {
        count(a);
        return 0;
    }

    @Override
    public double squaredNorm(Buffer a, int fromColumn) {
        count(a);
        return 0;
    }

    @Override
    public double absoluteSum(Buffer a, int fromColumn) {
        count(a);
        return 0;
    }

    @Override
    public void scale(double factor, Buffer a) {
        count(a);
    }

    @Override
    public boolean isFinite(Buffer a) {
        count(a);
        return true;
    }

    @Override
    public void update(UpdateRule rule, double[] scalars, UpdateOperands operands) {
        count(operands.theta());
    }

    @Override
    public Patching patching(ConvolutionOperands operands, Buffer patches, Buffer c) {
        return new CountedPatching(patches, c);
    }

    @Override
    public void maxPool(Window window, Buffer a, Buffer z, Buffer where) {
        count(a);
    }

    @Override
    public void unpool(Window window, Buffer where, Buffer delta, Buffer e) {
        count(e);
    }

    @Override
    public void moments(Buffer a, Buffer moments) {
        count(a);
    }

    @Override
    public void normalise(Buffer a, NormalisationOperands of, Buffer z) {
        count(a);
    }

    @Override
    public void sumSlopes(NormalisationOperands of, Buffer delta, Buffer sum) {
        count(delta);
    }

    @Override
    public void denormalise(NormalisationOperands of, Buffer delta, Buffer sum, Buffer e) {
        count(e);
    }

    @Override
    public void blend(Buffer moments, int m, double momentum, Buffer running) {
        count(running);
    }

    @Override
    public void dropBias(Buffer a, Buffer x) {
        count(a);
    }

    @Override
    public void addWithoutBias(Buffer a, Buffer x) {
        count(a);
    }

    @Override
    public void addBehindBias(Buffer delta, Buffer e) {
        count(e);
    }
}
