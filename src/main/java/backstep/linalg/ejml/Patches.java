package backstep.linalg.ejml;

import backstep.linalg.Window;

/**
 * Copies pixels to patches and adds patches to pixels. At one position of the window, neighbouring places see neighbouring
 * pixels: a row of places at a time. Images are rows of [1 image]; patches have, below a row for the bias, a row for each number
 * seen through the window.
 */
abstract class Patches {

    private final Window window;
    private final int rows;
    private final int columns;

    /** How far it is from the pixel that a place sees to that of the next, and to that of the place below. */
    final int stride;

    private final int down;

    /** The places that see pixels at the position at hand, not padding: rows and columns from … up to before …. */
    private int top;

    private int bottom;
    private int left;
    private int right;

    /** Where the pixel of the first of these places stands in its channel. */
    private int offset;

    Patches(Window window) {
        this.window = window;
        rows = window.rows();
        columns = window.columns();
        stride = window.stride();
        down = stride * window.width();
    }

    final void copy(int first, int examples) {
        int places = rows * columns;
        for (int seen = 0; seen < window.seen(); seen++) {
            moveTo(seen);
            for (int i = 0; i < examples; i++) {
                copyPlaces(channel(first + i, seen), ((seen + 1) * examples + i) * places);
            }
        }
    }

    final void fold(int first, int examples) {
        int places = rows * columns;
        for (int seen = 0; seen < window.seen(); seen++) {
            moveTo(seen);
            for (int i = 0; i < examples; i++) {
                addPlaces(channel(first + i, seen), ((seen + 1) * examples + i) * places);
            }
        }
    }

    /** Looks through the window at one of the numbers that are seen at a time, counted channel by channel, row by row. */
    private void moveTo(int seen) {
        int k = window.kernel();
        int y = seen / k % k - window.padding();
        int x = seen % k - window.padding();
        top = firstInside(y, rows);
        bottom = Math.max(top, firstInside(y - window.height(), rows));
        left = firstInside(x, columns);
        right = Math.max(left, firstInside(x - window.width(), columns));
        offset = (top * stride + y) * window.width() + left * stride + x;
    }

    /** {@return the first of as many places as {@code count} that is not before 0, if place 0 is at {@code start}} */
    private int firstInside(int start, int count) {
        return Math.min(count, Math.ceilDiv(Math.max(0, -start), stride));
    }

    /** {@return where in the images the channel of an example begins that a number is seen in} */
    private int channel(int example, int seen) {
        int channel = seen / (window.kernel() * window.kernel());
        return example * (window.pixels() + 1) + 1 + channel * window.height() * window.width();
    }

    private void copyPlaces(int channel, int patch) {
        if ((bottom - top) * (right - left) < rows * columns) {
            clear(patch, rows * columns);
        }
        int pixel = channel + offset;
        for (int row = top; row < bottom; row++) {
            copyRow(pixel, patch + row * columns + left, right - left);
            pixel += down;
        }
    }

    private void addPlaces(int channel, int patch) {
        int pixel = channel + offset;
        for (int row = top; row < bottom; row++) {
            addRow(pixel, patch + row * columns + left, right - left);
            pixel += down;
        }
    }

    /** Sets as many patches as {@code count} to 0. */
    abstract void clear(int patch, int count);

    /** Copies as many pixels as {@code count}, {@link #stride} apart, to patches beside each other. */
    abstract void copyRow(int pixel, int patch, int count);

    /** Adds patches beside each other to as many pixels as {@code count}, {@link #stride} apart. */
    abstract void addRow(int pixel, int patch, int count);
}
