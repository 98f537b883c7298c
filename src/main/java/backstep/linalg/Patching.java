package backstep.linalg;

/**
 * What an engine moves for a convolution that is a product with patches: what is seen through the window at each of its places, for
 * some of the examples. It is over buffers that it was given when it was {@linkplain PatchingEngine#patching made}.
 */
public interface Patching {

    /**
     * a → patches: column i · places + p is what is seen at the p-th place of example {@code first} + i, and below a row of ones for
     * the bias stands a row for each channel, row and column of the window. Around an image there are zeros.
     */
    void unfold(int first);

    /** patches → e, the transpose of {@link #unfold}: each pixel becomes the sum of all entries that it was copied to. */
    void fold(int first);

    /** c → z: row {@code first} + i of z, channel f, is what stands in row f of c for example i. */
    void toImages(int first);

    /** δ → c, the other way round. */
    void fromImages(int first);
}
