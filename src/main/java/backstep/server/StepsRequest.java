package backstep.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for steps of the story of an expression.
 *
 * @param mode which trace follows the primal; reverse where it is left out
 * @param seed the input of the tangent trace in forward mode; the first where it is left out
 * @param from the index of the first step wanted
 * @param count how many steps are wanted
 */
public record StepsRequest(
        String expression,
        @Nullable Map<String, Double> at,
        @Nullable Integer output,
        @Nullable NotationRequest notation,
        @Nullable Mode mode,
        @Nullable String seed,
        @Nullable Integer from,
        @Nullable Integer count) {}
