package backstep.story;

import java.util.OptionalInt;

/**
 * Names one number of a pass of a network, or all the numbers of a layer or of a matrix. Layers, units, rows, examples count
 * from 1; unit 0 is the bias unit and column 0 holds the bias weights. {@code @e} is example e, {@code ~k} is after k updates.
 */
public sealed interface NetworkAddress extends Address {

    /** The vectors that a layer has for each example. */
    enum Vector {
        /** Weighted sums. */
        Z("z"),
        /** Activations. */
        A("a"),
        /** Derivatives of the loss by the weighted sums. */
        DELTA("delta");

        private final String spelling;

        Vector(String spelling) {
            this.spelling = spelling;
        }

        /** {@return the name of the vector in an address} */
        public String spelling() {
            return spelling;
        }
    }

    /** The matrices between two layers. */
    sealed interface Table {

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
    }

    /** One number of a layer: {@code z.2.1@3}, {@code a.2.1@3}, {@code delta.2.1@3}; an input is {@code a.1.1@3}. */
    record Unit(Vector vector, int layer, int unit, int example) implements NetworkAddress {
        @Override
        public String toString() {
            return vector.spelling() + "." + layer + "." + unit + "@" + example;
        }
    }

    /** All numbers of a layer: {@code z.2@3}. */
    record Layer(Vector vector, int layer, int example) implements NetworkAddress {
        @Override
        public String toString() {
            return vector.spelling() + "." + layer + "@" + example;
        }
    }

    /** A target: {@code y.1@3}. */
    record Target(int output, int example) implements NetworkAddress {
        @Override
        public String toString() {
            return "y." + output + "@" + example;
        }
    }

    /** All targets of an example: {@code y@3}. */
    record Targets(int example) implements NetworkAddress {
        @Override
        public String toString() {
            return "y@" + example;
        }
    }

    /** The loss of an example: {@code loss@3}, and after an update {@code loss@3~1}. */
    record Loss(int example, int updates) implements NetworkAddress {
        @Override
        public String toString() {
            return "loss@" + example + after(updates);
        }
    }

    /** The cost: {@code J}, and after an update {@code J~1}. */
    record Cost(int updates) implements NetworkAddress {
        @Override
        public String toString() {
            return "J" + after(updates);
        }
    }

    /** An entry of a matrix: {@code Theta.1.2.0}, {@code Theta.1.2.0~1}, {@code Delta.1.2.0@3}, {@code D.1.2.0}. */
    record Entry(Table table, int layer, int row, int column) implements NetworkAddress {
        @Override
        public String toString() {
            return spelled(table, layer + "." + row + "." + column);
        }
    }

    /** A row of a matrix: {@code Delta.1.2@3}. */
    record Row(Table table, int layer, int row) implements NetworkAddress {
        @Override
        public String toString() {
            return spelled(table, layer + "." + row);
        }
    }

    /** A whole matrix: {@code Theta.1}, {@code Delta.1@3}. */
    record Whole(Table table, int layer) implements NetworkAddress {
        @Override
        public String toString() {
            return spelled(table, Integer.toString(layer));
        }
    }

    private static String spelled(Table table, String place) {
        return switch (table) {
            case Table.Weights(int updates) -> "Theta." + place + after(updates);
            case Table.Sum(OptionalInt examples) ->
                "Delta." + place + (examples.isPresent() ? "@" + examples.getAsInt() : "");
            case Table.Gradient() -> "D." + place;
        };
    }

    private static String after(int updates) {
        return updates == 0 ? "" : "~" + updates;
    }
}
