package backstep.linalg;

/**
 * How weights change, each entry by itself: from its slope, and from what is remembered of earlier slopes. On a device that
 * cannot run Java, {@link #kernel} names the code that does the same with the same scalars.
 */
public interface UpdateRule {

    /** {@return the name under which a device knows the rule} */
    String kernel();

    /** {@return how many matrices of the shape of the weights the rule remembers, 0 to 2} */
    int memories();

    /** {@return whether result = θ − η D is all that it does, with η its first scalar: engines may have a shorter way to that} */
    default boolean isDescent() {
        return false;
    }

    /**
     * result = what the rule makes of each entry.
     *
     * @param scalars the numbers of the rule for this update, in the order that the rule states; not modified
     * @param theta weights; not modified, unless they are the result
     * @param slope ∂J/∂Θ; not modified
     * @param first what is remembered, brought up to date; not touched where the rule remembers nothing
     * @param second the same once more; not touched where the rule remembers one matrix or none
     * @param result written; may be theta
     * @param count how many entries there are
     */
    void apply(
            double[] scalars,
            double[] theta,
            double[] slope,
            double[] first,
            double[] second,
            double[] result,
            int count);
}
