package backstep.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for both traces of an expression.
 *
 * @param at the value of each input
 * @param output which output is differentiated, from 0
 * @param tangents the inputs whose tangent traces are wanted; all where it is left out
 */
public record TraceRequest(
        String expression,
        @Nullable Map<String, Double> at,
        @Nullable Integer output,
        @Nullable NotationRequest notation,
        @Nullable List<String> tangents) {}
