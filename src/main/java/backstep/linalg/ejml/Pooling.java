package backstep.linalg.ejml;

import backstep.linalg.Window;

/** Looks for the largest number in every window over images, and notes where in its row of [1 image] it stands. */
final class Pooling {

    private Pooling() {}

    /**
     * All windows over one example.
     *
     * @param a rows of [1 image], of which the example's begins at {@code image}
     * @param z the largest numbers, written from {@code zAt}
     * @param where in the row each of them stands, written from {@code at}
     */
    static void pool(Window window, double[] a, int image, double[] z, int zAt, double[] where, int at) {
        int rows = window.rows();
        int columns = window.columns();
        int line = image + 1;
        int place = 0;
        for (int channel = 0; channel < window.channels(); channel++) {
            for (int row = 0; row < rows; row++) {
                poolRow(
                        window,
                        a,
                        line + row * window.stride() * window.width(),
                        image,
                        z,
                        zAt + place,
                        where,
                        at + place);
                place += columns;
            }
            line += window.height() * window.width();
        }
    }

    private static void poolRow(
            Window window, double[] a, int from, int image, double[] z, int zAt, double[] where, int at) {
        int stride = window.stride();
        int kernel = window.kernel();
        int width = window.width();
        int columns = window.columns();
        for (int column = 0; column < columns; column++) {
            int corner = from + column * stride;
            int largest = kernel == 2 ? largestOfFour(a, corner, width) : largest(a, corner, kernel, width);
            z[zAt + column] = a[largest];
            where[at + column] = largest - image;
        }
    }

    /** {@return where the largest number of the window with this corner stands; the first that is none, if there is one} */
    private static int largest(double[] a, int corner, int kernel, int width) {
        int largest = corner;
        double sum = 0;
        for (int first = corner; first < corner + kernel * width; first += width) {
            for (int at = first; at < first + kernel; at++) {
                largest = a[at] > a[largest] ? at : largest;
                sum += a[at];
            }
        }
        // No comparison finds what is not a number, but every sum keeps it.
        return Double.isNaN(sum) ? firstNaN(a, corner, kernel, width, largest) : largest;
    }

    /**
     * The same for the usual window, two by two. Which of two numbers is larger is as good as random, so that a processor would
     * guess half of all branches wrong; the sign of their difference is had without one, if they are finite.
     */
    private static int largestOfFour(double[] a, int corner, int width) {
        int below = corner + width;
        double sum = a[corner] + a[corner + 1] + (a[below] + a[below + 1]);
        if (!Double.isFinite(sum)) {
            return largest(a, corner, 2, width);
        }
        int upper = corner + isLess(a[corner], a[corner + 1]);
        int lower = below + isLess(a[below], a[below + 1]);
        return upper + (lower - upper) * isLess(a[upper], a[lower]);
    }

    /** {@return 1 where x < y, else 0, of finite numbers} */
    private static int isLess(double x, double y) {
        return (int) (Double.doubleToRawLongBits(x - y) >>> 63);
    }

    private static int firstNaN(double[] a, int corner, int kernel, int width, int otherwise) {
        for (int first = corner; first < corner + kernel * width; first += width) {
            for (int at = first; at < first + kernel; at++) {
                if (Double.isNaN(a[at])) {
                    return at;
                }
            }
        }
        return otherwise;
    }
}
