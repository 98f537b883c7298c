package backstep.linalg;

/**
 * What an engine does with images. A row of activations a is the bias unit and then an image, channel after channel, each row by
 * row. A convolution is a product of its weights with {@link #patches}, so that it is as fast as products are.
 */
public interface ImageOperations {

    /**
     * What is seen through a window at each of its places: column i · places + p is the p-th place of the i-th example, and below
     * a row of ones for the bias stands a row for each channel, row and column of the window. Around an image there are zeros.
     *
     * @param a [n × (pixels + 1)]
     * @param first the first example taken, from 0; as many are taken as there are columns for
     * @param patches [(seen + 1) × (examples taken · places)], written
     */
    void patches(Window window, Buffer a, int first, Buffer patches);

    /**
     * The transpose of {@link #patches}: each pixel becomes the sum of all entries that it was copied to.
     *
     * @param patches [(seen + 1) × (examples taken · places)]; row 0 has no pixel
     * @param e [n × (pixels + 1)], written in the rows taken, column 0 with 0
     */
    void foldPatches(Window window, Buffer patches, int first, Buffer e);

    /**
     * Puts channels that stand in rows into images: row first + i of z, channel f, is what stands in row f of c for example i.
     *
     * @param c [channels × (examples taken · places)]
     * @param z [n × (channels · places)], written in the rows taken
     */
    void toImages(Buffer c, int first, Buffer z);

    /** The inverse of {@link #toImages}: c is written. */
    void fromImages(Buffer z, int first, Buffer c);

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
