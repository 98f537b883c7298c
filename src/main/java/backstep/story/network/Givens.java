package backstep.story.network;

import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Table;
import org.jspecify.annotations.Nullable;

/** Tells what no step makes: inputs, targets and weights. */
record Givens(Script script) {

    Telling of(NetworkAddress quantity) {
        String numbers = script.formulas()
                .value(
                        script.quantities().value(quantity),
                        quantity instanceof NetworkAddress.Layer || quantity instanceof NetworkAddress.Targets);
        return new Draft(script, quantity)
                .title(title(quantity))
                .formula(numbers, numbers)
                .why(why(quantity))
                .telling();
    }

    private String why(NetworkAddress quantity) {
        int updates = script.quantities().update().setting().state().updates();
        if (table(quantity) instanceof Table.Remembered) {
            return updates == 0
                    ? "Before its first update the optimizer remembers nothing, so it begins with zeros."
                    : "The optimizer remembers this from " + (updates == 1 ? "the update" : updates + " updates")
                            + " before this one.";
        }
        return "This number is given.";
    }

    private static @Nullable Table table(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Entry entry -> entry.table();
            case NetworkAddress.Row row -> row.table();
            case NetworkAddress.Whole whole -> whole.table();
            case NetworkAddress.Unit _,
                    NetworkAddress.Layer _,
                    NetworkAddress.Target _,
                    NetworkAddress.Targets _,
                    NetworkAddress.Loss _,
                    NetworkAddress.Cost _,
                    NetworkAddress.OfChannel _,
                    NetworkAddress.OfChannels _,
                    NetworkAddress.OfUpdate _,
                    NetworkAddress.OfMatrix _ -> null;
        };
    }

    private String title(NetworkAddress quantity) {
        if (table(quantity) instanceof Table.Remembered(Memory memory, int _)) {
            return remembered(memory);
        }
        return switch (quantity) {
            case NetworkAddress.Unit unit when unit.unit() == 0 -> "Bias unit";
            case NetworkAddress.Unit _, NetworkAddress.Layer _ -> "Input";
            case NetworkAddress.Target _, NetworkAddress.Targets _ -> "Target";
            case NetworkAddress.Entry entry -> entry.column() == 0 ? "Bias weight" : "Weight";
            case NetworkAddress.Row _, NetworkAddress.Whole _ -> "Weights";
            case NetworkAddress.OfChannel _,
                    NetworkAddress.OfChannels _,
                    NetworkAddress.Loss _,
                    NetworkAddress.Cost _,
                    NetworkAddress.OfUpdate _,
                    NetworkAddress.OfMatrix _ -> "Given";
        };
    }

    private static String remembered(Memory memory) {
        return switch (memory) {
            case MOMENTUM -> "Momentum before the update";
            case SQUARES -> "Sum of squared slopes before the update";
            case MEAN -> "Mean slope before the update";
            case MEAN_SQUARE -> "Mean squared slope before the update";
        };
    }
}
