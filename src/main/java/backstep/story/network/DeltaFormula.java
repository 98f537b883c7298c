package backstep.story.network;

/**
 * How δ of an output is written.
 *
 * @param rule the general rule, right of the sign of equality
 * @param symbols the formula of this unit
 * @param numbers the same with numbers
 * @param here how the rule comes about; empty where it needs no word
 * @param named the numbers with their parts named
 */
record DeltaFormula(String rule, String symbols, String numbers, String here, String named) {

    /** {@return the same with the other sign} */
    DeltaFormula negated() {
        return new DeltaFormula(
                negated(rule),
                negated(symbols),
                negated(numbers),
                here.isEmpty() ? here : negated(here),
                negated(named));
    }

    private static String negated(String latex) {
        return "-\\left(" + latex + "\\right)";
    }
}
