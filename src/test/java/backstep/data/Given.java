package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class Given {

    private Given() {}

    static DataSet dataSet(Generator generator, int count, double noise, long seed) {
        return Recipe.usual(generator).with(new Sampling(count, noise, seed)).dataSet();
    }

    static Batch examples(Generator generator, int count, double noise, long seed) {
        return dataSet(generator, count, noise, seed).examples();
    }

    /** As many examples of class 0, 1, … as are said; the input of an example is its row. */
    static DataSet withClasses(int... counts) {
        int[] classes = IntStream.range(0, counts.length)
                .flatMap(k -> IntStream.generate(() -> k).limit(counts[k]))
                .toArray();
        double[][] y = new double[classes.length][counts.length];
        for (int i = 0; i < y.length; i++) {
            y[i][classes[i]] = 1;
        }
        List<String> names =
                IntStream.range(0, counts.length).mapToObj(String::valueOf).toList();
        return new DataSet(
                "given", new Batch(rowNumbers(y.length), Matrix.ofRows(y)), Kind.CLASSES, names, Optional.empty());
    }

    /** As many examples as are said, with numbers as targets; the input of an example is its row. */
    static DataSet withNumbers(int count) {
        Matrix numbers = rowNumbers(count);
        return new DataSet("given", new Batch(numbers, numbers), Kind.REGRESSION, List.of("y"), Optional.empty());
    }

    private static Matrix rowNumbers(int count) {
        return Matrix.of(count, 1, IntStream.range(0, count).asDoubleStream().toArray());
    }
}
