package backstep.story;

import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import java.util.OptionalInt;

/**
 * Names one number of a pass of a network, or all the numbers of a layer or of a matrix. Layers, units, rows, examples count
 * from 1; unit 0 is the bias unit and column 0 holds the bias weights. {@code @e} is example e, {@code ~k} is after k updates.
 */
public sealed interface NetworkAddress extends Address {

    /**
     * {@return the address that a text spells in a network, where {@code v.1} is the matrix v⁽¹⁾}
     *
     * @throws IllegalArgumentException where it spells none
     */
    static Address parse(String text) {
        return NetworkSpelling.parse(text).<Address>map(own -> own).orElseGet(() -> Address.parse(text));
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

    /** μ or σ² of a unit or channel that layer l normalises, over the whole batch: {@code mean.3.1}, {@code variance.3.1}. */
    record OfChannel(Moment moment, int layer, int channel) implements NetworkAddress {
        @Override
        public String toString() {
            return moment.spelling() + "." + layer + "." + channel;
        }
    }

    /** μ or σ² of all of them: {@code mean.3}. */
    record OfChannels(Moment moment, int layer) implements NetworkAddress {
        @Override
        public String toString() {
            return moment.spelling() + "." + layer;
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

    /** A number of an update as a whole: {@code learningRate}, {@code norm}, {@code clip}. */
    record OfUpdate(Measure measure) implements NetworkAddress {
        @Override
        public String toString() {
            return measure.spelling();
        }
    }

    /** A number of the update of Θ⁽ˡ⁾ as a whole: {@code trustRatio.2}. */
    record OfMatrix(Measure measure, int layer) implements NetworkAddress {
        @Override
        public String toString() {
            return measure.spelling() + "." + layer;
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
            case Table.Remembered(Memory memory, int updates) ->
                memory.quantity().spelling() + "." + place + after(updates);
            case Table.Made(Part part) -> part.quantity().spelling() + "." + place;
        };
    }

    private static String after(int updates) {
        return updates == 0 ? "" : "~" + updates;
    }
}
