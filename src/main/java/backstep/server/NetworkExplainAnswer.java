package backstep.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a number of a network comes from.
 *
 * @param value a number; an array of numbers or of rows where it was made from a whole row or matrix
 * @param step the index of the step that made it; null for an input, a target or a weight, which were given
 * @param reads the numbers that it was made from, explained in turn
 * @param more whether it was made from numbers that are left out here
 */
public record NetworkExplainAnswer(
        String address,
        Object value,
        @Nullable Integer step,
        String title,
        String formula,
        String substituted,
        String result,
        List<NetworkExplainAnswer> reads,
        boolean more) {}
