package backstep.linalg;

/**
 * The products of a convolution: z = Θ · patches, Δ = δ · patchesᵀ, e = the pixels of Θᵀ · δ, over buffers that it was given when it
 * was {@linkplain MatrixEngine#convolution made}. Patches are what is seen through the window at each of its places.
 */
public interface Convolution {

    /** z of a and Θ. */
    void forward();

    /** Δ of a and δ; a is the same as in {@link #forward}. */
    void accumulate();

    /** e of δ and Θ. */
    void backward();
}
