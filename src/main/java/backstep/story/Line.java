package backstep.story;

import backstep.autodiff.Flag;
import java.util.List;
import java.util.Optional;

/**
 * One line of a trace: a number, or at the grain of a layer several, and how it came to be.
 *
 * @param quantity what is made
 * @param reads the numbers that it is made from, as the formula reads them
 * @param symbol the left side of the formula, as LaTeX
 * @param operation the right side of the formula, as LaTeX
 * @param substituted the right side with its numbers, as LaTeX
 * @param value the number, or the numbers
 * @param flag what is to be said where the number is not finite or a convention was used
 */
public record Line(
        Address quantity,
        List<Address> reads,
        String symbol,
        String operation,
        String substituted,
        Value value,
        Optional<Flag> flag) {

    public Line {
        reads = List.copyOf(reads);
    }

    /**
     * {@return the number that is made}
     *
     * @throws IllegalStateException where the line makes several at once
     */
    public double number() {
        if (value instanceof Value.Scalar(double number)) {
            return number;
        }
        throw new IllegalStateException(quantity + " is more than one number");
    }

    /** {@return the whole formula, as LaTeX} */
    public String formula() {
        return symbol + " = " + operation;
    }
}
