package backstep.server;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** What answers about networks have in common. */
final class NetworkAnswers {

    private NetworkAnswers() {}

    /** {@return matrices as arrays of rows} */
    static List<double[][]> rows(List<Matrix> matrices) {
        return matrices.stream().map(Matrix::toRows).toList();
    }

    /** {@return the only column of a matrix} */
    static double[] column(Matrix matrix) {
        return IntStream.range(0, matrix.rows())
                .mapToDouble(i -> matrix.at(i, 0))
                .toArray();
    }
}
