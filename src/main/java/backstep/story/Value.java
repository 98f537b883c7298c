package backstep.story;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a line makes: one number, or all the numbers of a layer or of a matrix at once. */
public sealed interface Value {

    /** One number. */
    record Scalar(double number) implements Value {
        @Override
        public DoubleStream numbers() {
            return DoubleStream.of(number);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** The numbers of a layer, or of a row of a matrix. */
    record Vector(List<Double> entries) implements Value {
        public Vector {
            entries = List.copyOf(entries);
        }

        /** {@return the vector with these entries} */
        public static Vector of(double... entries) {
            return new Vector(DoubleStream.of(entries).boxed().toList());
        }

        @Override
        public DoubleStream numbers() {
            return entries.stream().mapToDouble(Double::doubleValue);
        }

        @Override
        public int size() {
            return entries.size();
        }
    }

    /** The numbers of a matrix. */
    record Grid(Matrix matrix) implements Value {
        @Override
        public DoubleStream numbers() {
            return IntStream.range(0, matrix.rows()).boxed().flatMapToDouble(i -> DoubleStream.of(matrix.row(i)));
        }

        @Override
        public int size() {
            return matrix.size();
        }
    }

    /** {@return every number of it, row by row} */
    DoubleStream numbers();

    /** {@return how many numbers it is} */
    int size();

    /** {@return whether every number of it is finite} */
    default boolean isFinite() {
        return numbers().allMatch(Double::isFinite);
    }
}
