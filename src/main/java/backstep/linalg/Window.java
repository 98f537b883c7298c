package backstep.linalg;

/**
 * A square window that is moved over images, as the kernel of a convolution or of a pooling is. Images are rows of a matrix,
 * channel after channel, each row by row.
 *
 * @param channels how many channels an image has
 * @param height of a channel
 * @param width of a channel
 * @param kernel how many pixels high and wide the window is
 * @param stride how many pixels it moves
 * @param padding how many zeros stand around a channel on each side
 */
public record Window(int channels, int height, int width, int kernel, int stride, int padding) {

    /** @throws IllegalArgumentException where it fits nowhere */
    public Window {
        if (channels < 1 || kernel < 1 || stride < 1 || padding < 0 || kernel > Math.min(height, width) + 2 * padding) {
            throw new IllegalArgumentException("window: " + kernel + "×" + kernel + " with stride " + stride
                    + " and padding " + padding + " does not fit on " + channels + "×" + height + "×" + width);
        }
    }

    /** {@return how often it fits from top to bottom, ⌊(height + 2 padding − kernel) / stride⌋ + 1} */
    public int rows() {
        return (height + 2 * padding - kernel) / stride + 1;
    }

    /** {@return how often it fits from left to right} */
    public int columns() {
        return (width + 2 * padding - kernel) / stride + 1;
    }

    /** {@return how many places it has} */
    public int places() {
        return rows() * columns();
    }

    /** {@return how many numbers an image has} */
    public int pixels() {
        return channels * height * width;
    }

    /**
     * {@return where a number that is seen stands in the image, from 0; −1 in the padding}
     *
     * @param place row by row, from 0
     * @param seen channel by channel and row by row, from 0
     */
    public int pixel(int place, int seen) {
        int channel = seen / (kernel * kernel);
        int y = place / columns() * stride + seen / kernel % kernel - padding;
        int x = place % columns() * stride + seen % kernel - padding;
        boolean inside = y >= 0 && y < height && x >= 0 && x < width;
        return inside ? (channel * height + y) * width + x : -1;
    }

    /** {@return how many numbers are seen through it at one place, over all channels} */
    public int seen() {
        return channels * kernel * kernel;
    }
}
