package backstep.linalg.ejml;

import backstep.linalg.Window;

/**
 * Copies pixels to patches and adds patches to pixels, row of the window by row, so that neighbours stay neighbours. Images are
 * rows of [1 image]; patches have, below a row for the bias, a row for each number seen through the window.
 */
abstract class Patches {

    final Window window;

    Patches(Window window) {
        this.window = window;
    }

    /** What is done with the pixels that a row of places sees at one position of the window. */
    private interface Use {

        /**
         * Uses places {@code from} up to before {@code to}, which see pixels; the others see padding.
         *
         * @param pixel where the pixel of place {@code from} stands
         * @param patch where place 0 stands
         */
        void row(int pixel, int patch, int from, int to);
    }

    final void copy(int first, int examples) {
        forEachRow(first, examples, this::copyRow);
    }

    final void fold(int first, int examples) {
        forEachRow(first, examples, this::addRow);
    }

    /** Copies pixels to the patches of a row of places, as {@link Use#row} says, and zeros to those that see padding. */
    abstract void copyRow(int pixel, int patch, int from, int to);

    /** Adds the patches of a row of places to their pixels. */
    abstract void addRow(int pixel, int patch, int from, int to);

    private void forEachRow(int first, int examples, Use use) {
        int columns = examples * window.places();
        int k = window.kernel();
        for (int seen = 0; seen < window.seen(); seen++) {
            int channel = seen / (k * k);
            for (int i = 0; i < examples; i++) {
                int image = (first + i) * (window.pixels() + 1) + 1 + channel * window.height() * window.width();
                int patch = (seen + 1) * columns + i * window.places();
                forEachRow(image, seen / k % k - window.padding(), seen % k - window.padding(), patch, use);
            }
        }
    }

    /** One channel of one example at one position of the window, {@code down} and {@code right} of the place's corner. */
    private void forEachRow(int channel, int down, int right, int patch, Use use) {
        int stride = window.stride();
        int from = Math.min(window.columns(), Math.ceilDiv(Math.max(0, -right), stride));
        int to = Math.max(from, Math.min(window.columns(), Math.ceilDiv(Math.max(0, window.width() - right), stride)));
        for (int row = 0; row < window.rows(); row++) {
            int y = row * stride + down;
            if (from < to && y >= 0 && y < window.height()) {
                int pixel = channel + y * window.width() + from * stride + right;
                use.row(pixel, patch + row * window.columns(), from, to);
            } else {
                use.row(0, patch + row * window.columns(), 0, 0);
            }
        }
    }
}
