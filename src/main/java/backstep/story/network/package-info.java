/**
 * What is told of a pass of a network: a schedule that says by arithmetic what happens at which step, the story of the pass at
 * three grains, the derivation of its formulas, and the figure it is drawn in. Numbers are taken from the recording; only sums
 * that are not complete yet are summed here, in the engine's order.
 */
@NullMarked
package backstep.story.network;

import org.jspecify.annotations.NullMarked;
