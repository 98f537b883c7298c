package backstep.linalg;

/**
 * What a convolution of n examples reads and writes. A row of a is the bias unit and then an image, a row of z and δ an image with
 * a channel for each of F filters.
 *
 * @param window that is moved over the images
 * @param a activations [n × (pixels + 1)]
 * @param theta a row for each filter, its bias in column 0 [F × (seen + 1)]
 * @param z weighted sums [n × F · places]
 * @param delta derivatives of the losses by z, in its shape
 * @param sum Δ in the shape of Θ
 * @param e derivatives of the losses by a, in its shape; column 0 means nothing
 */
public record ConvolutionOperands(Window window, Buffer a, Buffer theta, Buffer z, Buffer delta, Buffer sum, Buffer e) {

    /** @throws IllegalArgumentException where they do not fit together */
    public ConvolutionOperands {
        Shapes.require("convolution", "a", a, a.rows(), window.pixels() + 1);
        Shapes.require("convolution", "theta", theta, theta.rows(), window.seen() + 1);
        Shapes.require("convolution", "z", z, a.rows(), theta.rows() * window.places());
        Shapes.require("convolution", "delta", delta, z.rows(), z.columns());
        Shapes.require("convolution", "sum", sum, theta.rows(), theta.columns());
        Shapes.require("convolution", "e", e, a.rows(), a.columns());
    }
}
