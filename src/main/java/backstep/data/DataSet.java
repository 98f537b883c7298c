package backstep.data;

import static backstep.data.Claims.require;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.Limits;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Examples, with what is known of them.
 *
 * @param name what it is called in documents
 * @param examples x [n × s₁] and y [n × K]
 * @param outputs the names of the classes (of a binary data set two: that of 0, then that of 1), or of the numbers
 * @param image the shape of an example, where it is an image
 */
public record DataSet(String name, Batch examples, Kind kind, List<String> outputs, Optional<Image> image) {

    /** @throws backstep.network.InvalidNetwork where the parts do not fit together */
    public DataSet {
        outputs = List.copyOf(outputs);
        requireCount(examples);
        Matrix y = examples.y();
        require(kind.fits(y), "data/y", "are not the targets of a data set of kind " + kind.spelling());
        int names = kind.names(y.columns());
        require(outputs.size() == names, "data", "needs " + names + " names, was given " + outputs);
        int inputs = examples.x().columns();
        image.ifPresent(shape -> require(
                shape.size() == inputs,
                "data/x/0",
                "has " + inputs + " numbers, an image of " + shape + " has others"));
    }

    private static void requireCount(Batch examples) {
        int n = examples.size();
        require(
                n >= 1 && n <= Limits.EXAMPLES,
                "data/x",
                "must have 1 to " + Claims.number(Limits.EXAMPLES) + " examples, has " + Claims.number(n));
        int targets = examples.y().rows();
        require(
                targets == n,
                "data/y",
                "has " + targets + " rows, /data/x has " + n + "; each example needs its target");
    }

    /**
     * {@return points given by hand} One column of zeros and ones is two classes; several columns with a single 1 in each row
     * are as many classes; everything else is numbers.
     */
    public static DataSet ofPoints(Batch examples) {
        Matrix y = examples.y();
        Kind kind = Kind.of(y);
        List<String> outputs = switch (kind) {
            case BINARY -> List.of("0", "1");
            case CLASSES -> names("class ", y.columns());
            case REGRESSION -> y.columns() == 1 ? List.of("y") : names("y", y.columns());
        };
        return new DataSet("points", examples, kind, outputs, Optional.empty());
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(k -> prefix + k).toList();
    }

    /**
     * {@return the examples in two, the same for the same seed}
     *
     * @param testFraction which part is held back, from 0 to less than 1; of each class the same part (see {@link TestRows})
     */
    public Split split(double testFraction, long seed) {
        require(
                testFraction >= 0 && testFraction < 1,
                "data/testFraction",
                "must be from 0 to less than 1, was " + testFraction);
        BitSet test = TestRows.of(this, testFraction, seed);
        if (test.isEmpty()) {
            return Split.without(examples);
        }
        BitSet train = (BitSet) test.clone();
        train.flip(0, examples.size());
        return new Split(rows(train), Optional.of(rows(test)));
    }

    private Batch rows(BitSet chosen) {
        return Split.rows(examples, chosen.stream().toArray());
    }

    /** {@return the class of an example, from 0; 0 for all where there are no classes} */
    int classOf(int row) {
        double[] y = examples.y().row(row);
        return switch (kind) {
            case BINARY -> (int) y[0];
            case CLASSES ->
                IntStream.range(0, y.length).filter(k -> y[k] == 1).findFirst().orElseThrow();
            case REGRESSION -> 0;
        };
    }
}
