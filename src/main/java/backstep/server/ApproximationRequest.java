package backstep.server;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a function as a row of bumps.
 *
 * @param function of x, in the grammar of expressions
 * @param from where the first bump begins; −1 where it is left out
 * @param to where the last one ends; 1 where it is left out
 * @param count how many bumps; 10 where it is left out
 * @param steepness how steep their sides are; 50 where it is left out
 * @param points where both are looked at, evenly spread; 401 where it is left out
 * @param shown how many of the hidden units are connected to the output; all where it is left out
 */
record ApproximationRequest(
        String function,
        @Nullable Double from,
        @Nullable Double to,
        @Nullable Integer count,
        @Nullable Double steepness,
        @Nullable Integer points,
        @Nullable Integer shown) {}
