package backstep.story;

import backstep.training.EntryQuantity;
import java.util.OptionalInt;

/** The quantities of a network whose numbers have addresses. */
public final class NetworkQuantity {

    /** The vectors that a layer has for each example. */
    public enum Vector {
        /** Weighted sums. */
        Z("z"),
        /** Activations. */
        A("a"),
        /** Derivatives of the loss by the weighted sums. */
        DELTA("delta"),
        /** Normalised numbers, of a batch normalisation alone. */
        X_HAT("xHat");

        private final String spelling;

        Vector(String spelling) {
            this.spelling = spelling;
        }

        /** {@return the name of the vector in an address} */
        public String spelling() {
            return spelling;
        }
    }

    /** What a batch normalisation measures of a batch. */
    public enum Moment {
        /** μ. */
        MEAN("mean"),
        /** σ². */
        VARIANCE("variance");

        private final String spelling;

        Moment(String spelling) {
            this.spelling = spelling;
        }

        /** {@return the name of the number in an address} */
        public String spelling() {
            return spelling;
        }
    }

    /** The matrices between two layers. */
    public sealed interface Table {

        /** Θ after {@code updates} updates. */
        record Weights(int updates) implements Table {}

        /** Δ after the examples 1 to {@code examples}; without a number after all of them. */
        record Sum(OptionalInt examples) implements Table {

            /** {@return Δ after the examples 1 to e} */
            public static Sum after(int e) {
                return new Sum(OptionalInt.of(e));
            }
        }

        /** D. */
        record Gradient() implements Table {}

        /** What an optimizer remembers after {@code updates} updates. */
        record Remembered(Memory memory, int updates) implements Table {}

        /** What an optimizer makes on its way from D to new weights. */
        record Made(Part part) implements Table {}
    }

    /** The matrices that optimizers remember. */
    public enum Memory {
        /** b, the momentum. */
        MOMENTUM(EntryQuantity.MOMENTUM),
        /** s, the sum of the squares of all slopes. */
        SQUARES(EntryQuantity.SQUARES),
        /** m, the running mean of the slopes. */
        MEAN(EntryQuantity.MEAN),
        /** v, the running mean of their squares. */
        MEAN_SQUARE(EntryQuantity.MEAN_SQUARE);

        private final EntryQuantity quantity;

        Memory(EntryQuantity quantity) {
            this.quantity = quantity;
        }

        /** {@return what it is for one weight} */
        public EntryQuantity quantity() {
            return quantity;
        }
    }

    /** The matrices that optimizers make and forget. */
    public enum Part {
        /** ∂J/∂Θ as the optimizer sees it: shortened where it is too long. */
        SLOPE(EntryQuantity.SLOPE),
        /** m̂, the mean without its leaning towards 0. */
        CORRECTED_MEAN(EntryQuantity.CORRECTED_MEAN),
        /** v̂, the mean of the squares without its leaning towards 0. */
        CORRECTED_MEAN_SQUARE(EntryQuantity.CORRECTED_MEAN_SQUARE),
        /** u, where the weights are to go. */
        DIRECTION(EntryQuantity.DIRECTION);

        private final EntryQuantity quantity;

        Part(EntryQuantity quantity) {
            this.quantity = quantity;
        }

        /** {@return what it is for one weight} */
        public EntryQuantity quantity() {
            return quantity;
        }
    }

    /** The lengths and factors of an update. */
    public enum Measure {
        /** η, after the schedule. */
        LEARNING_RATE("learningRate"),
        /** ‖∂J/∂Θ‖ over all layers. */
        NORM("norm"),
        /** What ∂J/∂Θ is multiplied by to shorten it. */
        CLIP("clip"),
        /** ‖Θ⁽ˡ⁾‖. */
        THETA_NORM("thetaNorm"),
        /** ‖u⁽ˡ⁾‖. */
        DIRECTION_NORM("uNorm"),
        /** ‖Θ⁽ˡ⁾‖ / ‖u⁽ˡ⁾‖. */
        TRUST_RATIO("trustRatio");

        private final String spelling;

        Measure(String spelling) {
            this.spelling = spelling;
        }

        /** {@return the name of the number in an address} */
        public String spelling() {
            return spelling;
        }

        /** {@return whether each layer has one} */
        public boolean isOfLayer() {
            return this != LEARNING_RATE && this != NORM && this != CLIP;
        }
    }

    private NetworkQuantity() {}
}
