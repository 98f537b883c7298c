package backstep.data;

/**
 * Scales square images. The middle of pixel i of m lies at u = (i + ½) n / m − ½ between the middles of the n old pixels; there the
 * value is (1 − w) a[⌊u⌋] + w a[⌊u⌋ + 1], w = u − ⌊u⌋, once along the rows and once along the columns. Beyond the middles of the
 * outermost pixels it stays as it is. (The convention of PyTorch's {@code interpolate} without {@code align_corners}.)
 */
final class Bilinear {

    private Bilinear() {}

    /** {@return an image [from × from] as [to × to], row by row} */
    static double[] scaled(double[] image, int from, int to) {
        double[] scaled = new double[to * to];
        for (int i = 0; i < to; i++) {
            for (int j = 0; j < to; j++) {
                scaled[i * to + j] = at(image, from, middle(i, from, to), middle(j, from, to));
            }
        }
        return scaled;
    }

    /** {@return u, kept between the first and the last old pixel} */
    private static double middle(int i, int from, int to) {
        return Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1);
    }

    private static double at(double[] image, int n, double row, double column) {
        int above = (int) row;
        int below = Math.min(above + 1, n - 1);
        return between(inRow(image, above * n, n, column), inRow(image, below * n, n, column), row - above);
    }

    private static double inRow(double[] image, int start, int n, double column) {
        int left = (int) column;
        int right = Math.min(left + 1, n - 1);
        return between(image[start + left], image[start + right], column - left);
    }

    private static double between(double a, double b, double w) {
        return (1 - w) * a + w * b;
    }
}
