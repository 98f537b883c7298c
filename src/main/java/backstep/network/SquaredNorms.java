package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;

/** Sums of squares over several matrices, for which an engine with a memory of its own waits once. */
final class SquaredNorms {

    private final MatrixEngine engine;
    private final List<Buffer> matrices;
    private final double[] squares;

    SquaredNorms(MatrixEngine engine, List<Buffer> matrices) {
        this.engine = engine;
        this.matrices = matrices;
        squares = new double[matrices.size()];
    }

    /** {@return Σ of the squares of all entries, over the columns from {@code fromColumn} on} */
    double sum(int fromColumn) {
        engine.squaredNorms(matrices, fromColumn, squares);
        double sum = 0;
        for (int k = 0; k < squares.length; k++) {
            sum += squares[k];
        }
        return sum;
    }
}
