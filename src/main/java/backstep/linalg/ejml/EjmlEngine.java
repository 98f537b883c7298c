package backstep.linalg.ejml;

import backstep.linalg.ActivationFunction;
import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.OutputFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Computes on the CPU in double precision, on one thread, so that the same operations give the same bits every time. */
public final class EjmlEngine implements MatrixEngine {

    @Override
    public String name() {
        return "ejml";
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new EjmlBuffer(new DMatrixRMaj(rows, columns));
    }

    @Override
    public void write(Matrix values, Buffer to) {
        require(
                values.rows() == to.rows() && values.columns() == to.columns(),
                "write: values are " + values.shape() + ", the buffer is " + to.shape() + "; shapes must be equal");
        values.copyTo(entries(to));
    }

    @Override
    public Matrix read(Buffer from) {
        return Matrix.of(from.rows(), from.columns(), entries(from));
    }

    @Override
    public void multiply(Buffer a, Buffer b, Buffer c) {
        requireProduct("multiply", "columns of a must equal rows of b", a, b, c, a.columns() == b.rows());
        requireShape("multiply", c, a.rows(), b.columns());
        CommonOps_DDRM.mult(matrix(a), matrix(b), matrix(c));
    }

    @Override
    public void multiplyTransposed(Buffer a, Buffer b, Buffer c) {
        requireProduct(
                "multiplyTransposed", "columns of a must equal columns of b", a, b, c, a.columns() == b.columns());
        requireShape("multiplyTransposed", c, a.rows(), b.rows());
        CommonOps_DDRM.multTransB(matrix(a), matrix(b), matrix(c));
    }

    @Override
    public void transposedMultiply(Buffer a, Buffer b, Buffer c) {
        requireProduct("transposedMultiply", "rows of a must equal rows of b", a, b, c, a.rows() == b.rows());
        requireShape("transposedMultiply", c, a.columns(), b.columns());
        CommonOps_DDRM.multTransA(matrix(a), matrix(b), matrix(c));
    }

    @Override
    public void prependBias(Buffer x, Buffer a) {
        requireShape("prependBias", a, x.rows(), x.columns() + 1);
        int width = x.columns();
        for (int row = 0; row < x.rows(); row++) {
            entries(a)[row * (width + 1)] = 1;
            System.arraycopy(entries(x), row * width, entries(a), row * (width + 1) + 1, width);
        }
    }

    @Override
    public void activate(ActivationFunction g, Buffer z, Buffer a) {
        requireShape("activate", a, z.rows(), z.columns() + 1);
        int width = z.columns();
        for (int row = 0; row < z.rows(); row++) {
            entries(a)[row * (width + 1)] = 1;
            g.values(entries(z), row * width, entries(a), row * (width + 1) + 1, width);
        }
    }

    @Override
    public void deactivate(ActivationFunction g, Buffer z, Buffer a, Buffer e, Buffer delta) {
        requireShape("deactivate", a, z.rows(), z.columns() + 1);
        requireShape("deactivate", e, z.rows(), z.columns() + 1);
        requireShape("deactivate", delta, z.rows(), z.columns());
        int width = z.columns();
        for (int row = 0; row < z.rows(); row++) {
            g.derivatives(
                    entries(z), row * width, entries(a), row * (width + 1) + 1, entries(e), entries(delta), width);
        }
    }

    @Override
    public void losses(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer losses) {
        requireOutput("losses", z, a, y);
        requireShape("losses", losses, z.rows(), 1);
        int width = z.columns();
        for (int row = 0; row < z.rows(); row++) {
            entries(losses)[row] =
                    f.loss(entries(z), row * width, entries(a), row * (width + 1) + 1, entries(y), width);
        }
    }

    @Override
    public void outputDelta(OutputFunction f, Buffer z, Buffer a, Buffer y, Buffer delta) {
        requireOutput("outputDelta", z, a, y);
        requireShape("outputDelta", delta, z.rows(), z.columns());
        int width = z.columns();
        for (int row = 0; row < z.rows(); row++) {
            f.delta(entries(z), row * width, entries(a), row * (width + 1) + 1, entries(y), entries(delta), width);
        }
    }

    @Override
    public void regularise(Buffer sum, double divisor, Buffer theta, double lambda, Buffer d) {
        requireShape("regularise", theta, sum.rows(), sum.columns());
        requireShape("regularise", d, sum.rows(), sum.columns());
        for (int i = 0; i < d.rows() * d.columns(); i++) {
            double penalty = i % d.columns() == 0 ? 0 : lambda * entries(theta)[i];
            entries(d)[i] = entries(sum)[i] / divisor + penalty;
        }
    }

    @Override
    public void addScaled(Buffer a, double factor, Buffer b, Buffer c) {
        requireShape("addScaled", b, a.rows(), a.columns());
        requireShape("addScaled", c, a.rows(), a.columns());
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

    private static void requireOutput(String operation, Buffer z, Buffer a, Buffer y) {
        requireShape(operation, a, z.rows(), z.columns() + 1);
        requireShape(operation, y, z.rows(), z.columns());
    }

    private static void requireProduct(String operation, String rule, Buffer a, Buffer b, Buffer c, boolean fits) {
        require(fits, operation + ": a is " + a.shape() + ", b is " + b.shape() + ", c is " + c.shape() + "; " + rule);
    }

    private static void requireShape(String operation, Buffer buffer, int rows, int columns) {
        require(
                buffer.rows() == rows && buffer.columns() == columns,
                operation + ": an operand is " + buffer.shape() + ", must be " + rows + "×" + columns);
    }

    private static void require(boolean claim, String message) {
        if (!claim) {
            throw new IllegalArgumentException(message);
        }
    }

    private static double[] entries(Buffer buffer) {
        return matrix(buffer).data;
    }

    private static DMatrixRMaj matrix(Buffer buffer) {
        if (buffer instanceof EjmlBuffer(DMatrixRMaj matrix)) {
            return matrix;
        }
        throw new IllegalArgumentException("the buffer belongs to another engine: " + buffer);
    }
}
