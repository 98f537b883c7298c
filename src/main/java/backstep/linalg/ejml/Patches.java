package backstep.linalg.ejml;

import backstep.linalg.Window;
import java.util.Arrays;

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
    private final View[] views;

    /**
     * What is seen at one position of the window: by the places of rows and columns from … up to before …; the others see padding.
     *
     * @param pixel where in an image the first of these places sees its pixel
     * @param known how many rows of places see what those below them see from the position above in the window
     */
    private record View(int top, int bottom, int left, int right, int pixel, int known) {}

    Patches(Window window) {
        this.window = window;
        rows = window.rows();
        columns = window.columns();
        stride = window.stride();
        down = stride * window.width();
        views = new View[window.seen()];
        Arrays.setAll(views, this::view);
    }

    /** {@return the view of one of the numbers that are seen at a time, counted channel by channel, row by row} */
    private View view(int seen) {
        int k = window.kernel();
        int channel = seen / (k * k);
        int y = seen / k % k - window.padding();
        int x = seen % k - window.padding();
        int top = firstInside(y, rows);
        int left = firstInside(x, columns);
        return new View(
                top,
                Math.max(top, firstInside(y - window.height(), rows)),
                left,
                Math.max(left, firstInside(x - window.width(), columns)),
                (channel * window.height() + top * stride + y) * window.width() + left * stride + x,
                stride == 1 && seen / k % k > 0 ? rows - 1 : 0);
    }

    /** {@return the first of as many places as {@code count} that is not before 0, if place 0 is at {@code start}} */
    private int firstInside(int start, int count) {
        return Math.min(count, Math.ceilDiv(Math.max(0, -start), stride));
    }

    final void copy(int first, int examples) {
        int patch = examples * rows * columns;
        int above = above(examples);
        for (View view : views) {
            for (int i = 0; i < examples; i++) {
                if (view.known > 0) {
                    copyPatches(patch - above, patch, view.known * columns);
                }
                copyPlaces(view, image(first + i) + view.pixel, patch);
                patch += rows * columns;
            }
        }
    }

    /** The other way round, the lowest row of the window first, which is added to the row above it; patches mean nothing afterwards. */
    final void fold(int first, int examples) {
        int above = above(examples);
        int patch = (views.length + 1) * examples * rows * columns;
        for (int seen = views.length - 1; seen >= 0; seen--) {
            View view = views[seen];
            for (int i = examples - 1; i >= 0; i--) {
                patch -= rows * columns;
                if (view.known > 0) {
                    addPatches(patch, patch - above, view.known * columns);
                }
                addPlaces(view, image(first + i) + view.pixel, patch);
            }
        }
    }

    /** {@return how far before a patch is the one that sees the same from the position above in the window} */
    private int above(int examples) {
        return window.kernel() * examples * rows * columns - columns;
    }

    /** {@return where in the rows of [1 image] that of an example begins} */
    private int image(int example) {
        return example * (window.pixels() + 1) + 1;
    }

    private void copyPlaces(View view, int firstPixel, int patch) {
        if ((view.bottom - view.top) * (view.right - view.left) < rows * columns) {
            clear(patch + view.known * columns, (rows - view.known) * columns);
        }
        for (int row = Math.max(view.top, view.known); row < view.bottom; row++) {
            int pixel = firstPixel + (row - view.top) * down;
            copyRow(pixel, patch + row * columns + view.left, view.right - view.left);
        }
    }

    private void addPlaces(View view, int firstPixel, int patch) {
        for (int row = Math.max(view.top, view.known); row < view.bottom; row++) {
            int pixel = firstPixel + (row - view.top) * down;
            addRow(pixel, patch + row * columns + view.left, view.right - view.left);
        }
    }

    /** Sets as many patches as {@code count} to 0. */
    abstract void clear(int patch, int count);

    /** Copies as many patches as {@code count} to others behind them. */
    abstract void copyPatches(int from, int to, int count);

    /** Adds as many patches as {@code count} to others before them. */
    abstract void addPatches(int from, int to, int count);

    /** Copies as many pixels as {@code count}, {@link #stride} apart, to patches beside each other. */
    abstract void copyRow(int pixel, int patch, int count);

    /** Adds patches beside each other to as many pixels as {@code count}, {@link #stride} apart. */
    abstract void addRow(int pixel, int patch, int count);
}
