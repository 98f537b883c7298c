package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Handwritten digits, 8 × 8 pixels, in the order of their file, in which the ten digits take turns more or less; grey values
 * from 0, paper, to 1, ink. Noise changes grey values, which stay between 0 and 1.
 *
 * <p>They are the test set of E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning
 * Repository, 1998, doi:10.24432/C50P49, CC BY 4.0.
 */
final class Digits {

    static final int SIZE = 8;
    static final int COUNT = 1797;
    static final List<String> NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    static final Range SIZES = new Range(SIZE, 32, SIZE);

    private static final double INK = 16;

    private Digits() {}

    /** The file is read when it is first asked for. */
    private static final class Shipped {
        static final DataSet DIGITS = read();

        private static DataSet read() {
            try (InputStream file = Objects.requireNonNull(Digits.class.getResourceAsStream("digits.csv"))) {
                return Csv.read(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                        .dataSet(Targets.last());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    static Batch of(Sampling sampling, OptionalInt size) {
        Batch shipped = Shipped.DIGITS.examples();
        Draws draws = Draws.ofPoints(sampling.seed());
        double[][] x = new double[sampling.count()][];
        for (int i = 0; i < x.length; i++) {
            double[] image = grey(shipped.x().row(i));
            x[i] = draws.greyNoise(
                    sampling.noise(), size.isPresent() ? Bilinear.scaled(image, SIZE, size.getAsInt()) : image);
        }
        return new Batch(Matrix.ofRows(x), shipped.y().rows(0, x.length));
    }

    private static double[] grey(double[] counted) {
        double[] grey = new double[counted.length];
        for (int p = 0; p < grey.length; p++) {
            grey[p] = counted[p] / INK;
        }
        return grey;
    }
}
