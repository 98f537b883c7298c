package backstep.linalg.ejml;

import backstep.linalg.Window;
import java.util.Arrays;

/**
 * Copies pixels to patches and adds patches to pixels, row of the window by row, so that neighbours stay neighbours.
 *
 * @param images rows of [1 image]
 * @param patches below a row for the bias, a row for each number seen through the window
 */
record Patches(Window window, double[] images, double[] patches) {

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

    void copy(int first, int examples) {
        forEachRow(first, examples, this::copyRow);
    }

    void fold(int first, int examples) {
        forEachRow(first, examples, this::addRow);
    }

    private void copyRow(int pixel, int patch, int from, int to) {
        Arrays.fill(patches, patch, patch + from, 0);
        if (window.stride() == 1) {
            System.arraycopy(images, pixel, patches, patch + from, to - from);
        } else {
            for (int place = from; place < to; place++) {
                patches[patch + place] = images[pixel + (place - from) * window.stride()];
            }
        }
        Arrays.fill(patches, patch + to, patch + window.columns(), 0);
    }

    private void addRow(int pixel, int patch, int from, int to) {
        for (int place = from; place < to; place++) {
            images[pixel + (place - from) * window.stride()] += patches[patch + place];
        }
    }

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
