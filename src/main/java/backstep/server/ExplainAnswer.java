package backstep.server;

import java.util.List;

/**
 * Where a number comes from.
 *
 * @param step the index of the step that made it
 * @param reads the numbers that it was made from, explained in turn
 * @param more whether it was made from numbers that are left out here
 */
public record ExplainAnswer(
        String address,
        double value,
        int step,
        String title,
        String formula,
        String substituted,
        String result,
        List<ExplainAnswer> reads,
        boolean more) {}
