package backstep.network;

import static backstep.network.InvalidNetwork.require;

import backstep.linalg.Window;
import java.util.Locale;

/**
 * A convolution, as the field calls the cross-correlation z_f(y, x) = Θ_f0 + Σ_c Σ_u Σ_v Θ_fcuv a_c(y·stride + u − padding,
 * x·stride + v − padding), with zeros outside of the image; a = g(z). Θ is [filters × (channels · kernel² + 1)], column 0 has the
 * bias weights, then channel after channel, each row by row.
 *
 * @param filters how many channels it makes
 * @param kernel how high and wide the window of a filter is
 * @param stride how many pixels the window moves
 * @param padding how many zeros stand around the image on each side
 * @param activation g
 */
public record Conv2d(int filters, int kernel, int stride, int padding, Activation activation) implements Layer {

    @Override
    public String spelling() {
        return "conv2d";
    }

    @Override
    public Shape output(String place, Shape input) {
        Shape.Image image = Images.require(place, "conv2d", input);
        Limits.requireWithin(place + "/filters", filters, 1, Limits.UNITS);
        Limits.requireWithin(place + "/stride", stride, 1, Limits.WINDOW);
        Limits.requireWithin(place + "/padding", padding, 0, Limits.WINDOW);
        int most = Math.min(image.height(), image.width()) + 2 * padding;
        require(
                kernel >= 1 && kernel <= most,
                place + "/kernel",
                "must be 1 to " + most + ", the size of its input " + image.text() + " with the padding, was "
                        + kernel);
        Window window = window(image);
        Images.requireBounded(place + "/filters", filters, window.rows(), window.columns());
        requireBounded(place + "/kernel", window);
        return new Shape.Image(filters, window.rows(), window.columns());
    }

    /** A filter is a row of a matrix, and so is all that a number of it meets: they must be counted without overflow. */
    private static void requireBounded(String place, Window window) {
        long seen = (long) window.channels() * window.kernel() * window.kernel();
        require(
                seen * window.places() <= Limits.SEEN,
                place,
                String.format(
                        Locale.ROOT,
                        "sees %,d numbers at %,d places, at most %,d are seen in an image; take a smaller kernel or a larger"
                                + " stride",
                        seen,
                        window.places(),
                        Limits.SEEN));
    }

    /** {@return the window of its filters on an image} */
    public Window window(Shape.Image image) {
        return new Window(image.channels(), image.height(), image.width(), kernel, stride, padding);
    }

    @Override
    public ThetaShape theta(Shape input) {
        return new ThetaShape(
                filters,
                window(Images.of(input)).seen() + 1,
                "a row for each filter, a column for the bias and for each weight of its kernel, channel by channel");
    }

    @Override
    public boolean isPenalised() {
        return true;
    }

    @Override
    public long products(Shape input) {
        Window window = window(Images.of(input));
        return (long) filters * (window.seen() + 1) * window.places();
    }
}
