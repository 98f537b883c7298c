package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The products of a convolution, held to loops over filters, places and what each place sees. Numbers are small and whole, so that
 * sums are exact in any order. An engine extends this with a way to make one.
 */
abstract class ConvolutionContract extends EngineContract {

    private final class Case {

        private final Window window;
        private final int filters;
        private final Matrix a;
        private final Matrix theta;
        private final Matrix delta;
        private final Buffer z;
        private final Buffer sum;
        private final Buffer e;
        private final Convolution convolution;

        Case(Window window, int filters, int examples) {
            this.window = window;
            this.filters = filters;
            a = whole(examples, window.pixels() + 1);
            theta = whole(filters, window.seen() + 1);
            delta = whole(examples, filters * window.places());
            z = ofLayer(delta);
            sum = written(theta);
            e = written(a);
            convolution = engine().convolution(
                            new ConvolutionOperands(window, written(a), written(theta), z, ofLayer(delta), sum, e));
        }

        /** What a place sees through the window; 1 for the bias, 0 in the padding. */
        private double seen(int example, int place, int k) {
            int pixel = k == 0 ? 0 : window.pixel(place, k - 1);
            if (k == 0) {
                return 1;
            }
            return pixel < 0 ? 0 : a.at(example, pixel + 1);
        }

        void requireForward() {
            convolution.forward();
            Matrix actual = engine().read(z);
            for (int i = 0; i < a.rows(); i++) {
                for (int column = 0; column < z.columns(); column++) {
                    double expected = 0;
                    for (int k = 0; k < theta.columns(); k++) {
                        expected += theta.at(column / window.places(), k) * seen(i, column % window.places(), k);
                    }
                    assertEquals(expected, actual.at(i, column), "z of example " + i + ", column " + column);
                }
            }
        }

        void requireAccumulated() {
            convolution.accumulate();
            Matrix actual = engine().read(sum);
            for (int f = 0; f < filters; f++) {
                for (int k = 0; k < theta.columns(); k++) {
                    double expected = 0;
                    for (int i = 0; i < a.rows(); i++) {
                        for (int place = 0; place < window.places(); place++) {
                            expected += delta.at(i, f * window.places() + place) * seen(i, place, k);
                        }
                    }
                    assertEquals(expected, actual.at(f, k), "Δ of filter " + f + ", column " + k);
                }
            }
        }

        void requireBackward() {
            convolution.backward();
            Matrix actual = engine().read(e);
            for (int i = 0; i < a.rows(); i++) {
                double[] expected = new double[window.pixels()];
                for (int column = 0; column < delta.columns(); column++) {
                    for (int k = 1; k < theta.columns(); k++) {
                        int pixel = window.pixel(column % window.places(), k - 1);
                        if (pixel >= 0) {
                            expected[pixel] += delta.at(i, column) * theta.at(column / window.places(), k);
                        }
                    }
                }
                for (int pixel = 0; pixel < expected.length; pixel++) {
                    assertEquals(expected[pixel], actual.at(i, pixel + 1), "e of example " + i + ", pixel " + pixel);
                }
            }
        }
    }

    /** Few and many filters, even and odd, over few and many places; images smaller than the window, and so many that they are parted. */
    @ParameterizedTest
    @CsvSource({
        "1,5,5,3,1,0,1,3",
        "2,4,6,3,1,1,5,2",
        "1,6,4,2,2,0,3,4",
        "3,5,5,3,2,1,7,1",
        "1,3,3,1,1,2,2,2",
        "1,12,13,3,1,0,6,5",
        "6,7,7,3,1,0,16,3",
        "1,23,24,2,1,1,2,2",
        "2,2,2,4,3,2,3,2",
        "1,1,7,1,3,0,2,3",
        "1,40,40,3,1,0,2,9"
    })
    void productsAreThoseOfTheDefinition(
            int channels, int height, int width, int kernel, int stride, int padding, int filters, int examples) {
        Case given = new Case(new Window(channels, height, width, kernel, stride, padding), filters, examples);
        given.requireForward();
        given.requireAccumulated();
        given.requireBackward();
    }

    @Test
    void everyPassStartsAnew() {
        Case given = new Case(new Window(1, 6, 6, 3, 1, 0), 2, 3);
        for (int pass = 0; pass < 2; pass++) {
            given.requireForward();
            given.requireAccumulated();
            given.requireBackward();
        }
    }

    /** More patches than stay in the memory nearest to what computes; {@code filters} of few and of many dot products. */
    void requireManyPatches(int filters) {
        Case given = new Case(new Window(2, 40, 40, 5, 1, 2), filters, 14);
        given.requireForward();
        given.requireAccumulated();
        given.requireBackward();
    }
}
