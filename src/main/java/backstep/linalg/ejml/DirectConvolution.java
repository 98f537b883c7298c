package backstep.linalg.ejml;

import static backstep.linalg.ejml.EjmlBuffer.entries;
import static backstep.linalg.ejml.EjmlBuffer.operand;

import backstep.linalg.Convolution;
import backstep.linalg.ConvolutionOperands;
import backstep.linalg.Window;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A convolution of double precision, example by example: the channels of one are a matrix within its row of z, so that a product is
 * written where it belongs. Patches are copied for each product anew, since those of one example stay in the cache, which those of a
 * batch do not.
 */
final class DirectConvolution implements Convolution {

    private final Gemm<Operand> gemm;
    private final int examples;
    private final Operand theta;
    private final Operand sum;
    private final Operand part;
    /** Of each example. */
    private final Operand[] z;

    private final Operand[] delta;
    /** Of the example at hand. */
    private final Operand patches;

    private final DoublePatches copying;

    /** Θᵀ · δ of the example at hand. */
    private final Operand slopes;

    private final DoublePatches folding;

    /** Where they are few, if they are not left to the products. */
    private final Optional<DotProducts> dots;

    private final double[] e;
    private final int pixels;

    DirectConvolution(Gemm<Operand> gemm, ConvolutionOperands operands) {
        this.gemm = gemm;
        Window window = operands.window();
        examples = operands.z().rows();
        theta = operand(operands.theta());
        sum = operand(operands.sum());
        part = new Operand(new double[sum.rows * sum.columns], sum.rows, sum.columns);
        z = each(examples, i -> channels(operand(operands.z()), i, window));
        delta = each(examples, i -> channels(operand(operands.delta()), i, window));
        patches = room(window);
        copying = new DoublePatches(window, entries(operands.a()), patches.entries);
        slopes = room(window);
        folding = new DoublePatches(window, entries(operands.e()), slopes.entries);
        dots = gemm.leavesDotProducts() && sum.rows * sum.columns <= DotProducts.MOST
                ? Optional.of(new DotProducts(sum.rows, sum.columns))
                : Optional.empty();
        e = entries(operands.e());
        pixels = window.pixels();
    }

    private static Operand[] each(int count, IntFunction<Operand> operand) {
        return IntStream.range(0, count).mapToObj(operand).toArray(Operand[]::new);
    }

    /** {@return the channels of an example, a row each [filters × places]} */
    private Operand channels(Operand images, int example, Window window) {
        int places = window.places();
        return new Operand(images.entries, images.at(example, 0), theta.rows, places, places);
    }

    /** {@return room for the patches of an example, below a row of ones for the bias [(seen + 1) × places]} */
    private static Operand room(Window window) {
        double[] entries = new double[(window.seen() + 1) * window.places()];
        Arrays.fill(entries, 0, window.places(), 1);
        return new Operand(entries, window.seen() + 1, window.places());
    }

    @Override
    public void forward() {
        for (int i = 0; i < examples; i++) {
            copying.copy(i, 1);
            gemm.multiply(theta, patches, z[i]);
        }
    }

    @Override
    public void accumulate() {
        if (dots.isPresent()) {
            accumulate(dots.get());
            return;
        }
        for (int i = 0; i < examples; i++) {
            copying.copy(i, 1);
            gemm.multiply(delta[i], patches.transposed(), i == 0 ? sum : part);
            if (i > 0) {
                add(part.entries, sum.entries);
            }
        }
    }

    private void accumulate(DotProducts dots) {
        dots.clear();
        for (int i = 0; i < examples; i++) {
            copying.copy(i, 1);
            dots.add(delta[i], patches);
        }
        dots.sums(sum);
    }

    private static void add(double[] terms, double[] sums) {
        for (int k = 0; k < terms.length; k++) {
            sums[k] += terms[k];
        }
    }

    @Override
    public void backward() {
        for (int i = 0; i < examples; i++) {
            gemm.multiply(theta.transposed(), delta[i], slopes);
            Arrays.fill(e, i * (pixels + 1), (i + 1) * (pixels + 1), 0);
            folding.fold(i, 1);
        }
    }
}
