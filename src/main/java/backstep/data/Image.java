package backstep.data;

/** The shape of inputs that are the grey or colour values of an image, channel after channel, row by row. */
public record Image(int channels, int height, int width) {

    /** {@return how many inputs an image has} */
    public int size() {
        return channels * height * width;
    }

    /** {@return the shape for a message, such as 1×8×8} */
    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
