package backstep.story;

import backstep.autodiff.Flag;
import java.util.List;
import java.util.Optional;

/**
 * One line of a trace: a number and how it came to be.
 *
 * @param quantity the number that is made
 * @param reads the numbers that it is made from, as the formula reads them
 * @param symbol the left side of the formula, as LaTeX
 * @param operation the right side of the formula, as LaTeX
 * @param substituted the right side with its numbers, as LaTeX
 * @param value the number
 * @param flag what is to be said where the number is not finite or a convention was used
 */
public record Line(
        Address quantity,
        List<Address> reads,
        String symbol,
        String operation,
        String substituted,
        double value,
        Optional<Flag> flag) {

    public Line {
        reads = List.copyOf(reads);
    }

    /** {@return the whole formula, as LaTeX} */
    public String formula() {
        return symbol + " = " + operation;
    }
}
