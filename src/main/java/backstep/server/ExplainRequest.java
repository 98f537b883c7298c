package backstep.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks where a number comes from.
 *
 * @param address of the number
 * @param step the step up to which the story is told; the last where it is left out
 * @param depth how many generations of numbers are wanted
 */
public record ExplainRequest(
        String expression,
        @Nullable Map<String, Double> at,
        @Nullable Integer output,
        @Nullable NotationRequest notation,
        @Nullable Mode mode,
        @Nullable String seed,
        String address,
        @Nullable Integer step,
        @Nullable Integer depth) {}
