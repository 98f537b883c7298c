package backstep.linalg;

/**
 * What an engine does with images. A row of activations a is the bias unit and then an image, channel after channel, each row by
 * row.
 */
public interface ImageOperations {

    /**
     * The largest number in each window of each channel; of equal ones the first, and one that is not a number before any other.
     *
     * @param window without padding
     * @param a [n × (pixels + 1)]
     * @param z [n × (channels · places)], written
     * @param where the columns of a in which they were found, in the shape of z, written
     */
    void maxPool(Window window, Buffer a, Buffer z, Buffer where);

    /**
     * The transpose of {@link #maxPool}: each entry of delta is added where its number was found, all else is 0.
     *
     * @param window as it was for {@link #maxPool}
     * @param where and delta [n × (channels · places)]
     * @param e [n × (pixels + 1)], written
     */
    void unpool(Window window, Buffer where, Buffer delta, Buffer e);
}
