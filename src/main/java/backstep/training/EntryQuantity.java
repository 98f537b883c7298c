package backstep.training;

/** What an optimizer computes for one weight, in the order in which it does. */
public enum EntryQuantity {
    /** θ before the update. */
    THETA("theta"),
    /** Its entry of D, clipped where the training clips. */
    SLOPE("slope"),
    /** b, the momentum of gradient descent. */
    MOMENTUM("b"),
    /** s, the sum of the squares of all slopes. */
    SQUARES("s"),
    /** m, the running mean of the slopes. */
    MEAN("m"),
    /** v, the running mean of their squares. */
    MEAN_SQUARE("v"),
    /** m̂, the mean without its leaning towards 0. */
    CORRECTED_MEAN("mHat"),
    /** v̂, the mean of the squares without its leaning towards 0. */
    CORRECTED_MEAN_SQUARE("vHat"),
    /** θ after its decay, where weights decay apart from the slope. */
    DECAYED("decayed"),
    /** u, where the weight is to go, before the learning rate. */
    DIRECTION("u"),
    /** ‖Θ‖ / ‖u‖ of its layer. */
    TRUST_RATIO("trustRatio"),
    /** What is taken away from θ. */
    STEP("step"),
    /** θ after the update. */
    NEXT("next");

    private final String spelling;

    EntryQuantity(String spelling) {
        this.spelling = spelling;
    }

    /** {@return the name of the quantity in documents} */
    public String spelling() {
        return spelling;
    }
}
