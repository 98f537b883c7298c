package backstep.story.network;

import backstep.story.NetworkAddress;
import backstep.story.NetworkAddress.Memory;
import backstep.story.NetworkAddress.Table;

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
                .why("This number is given.")
                .telling();
    }

    private String title(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit when unit.unit() == 0 -> "Bias unit";
            case NetworkAddress.Unit _, NetworkAddress.Layer _ -> "Input";
            case NetworkAddress.Target _, NetworkAddress.Targets _ -> "Target";
            case NetworkAddress.Entry(Table.Remembered(Memory memory, int _), int _, int _, int _) ->
                remembered(memory);
            case NetworkAddress.Row(Table.Remembered(Memory memory, int _), int _, int _) -> remembered(memory);
            case NetworkAddress.Whole(Table.Remembered(Memory memory, int _), int _) -> remembered(memory);
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
