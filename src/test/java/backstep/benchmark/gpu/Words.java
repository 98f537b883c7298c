package backstep.benchmark.gpu;

/** What the tables of the benchmark mean. */
final class Words {

    static final String PRODUCTS =
            "Operations a second, and the share of the roofline: the smaller of the multiply-adds"
                    + " above, and operations per byte times bandwidth, where each matrix goes through memory once. A library that"
                    + " uses the matrix units of a GPU can exceed the loop of multiply-adds.";

    static final String UPDATES =
            "One update of gradient descent, forward and backward: on the GPU by its own events, on"
                    + " the processor by the clock, on one thread. The share counts the matrix products alone.";

    static final String CROSSING =
            "Updates of networks w–w–w–10 with 128 examples each. The work is counted as it is where"
                    + " a run chooses its engine.";

    private Words() {}
}
