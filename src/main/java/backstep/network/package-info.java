/**
 * Networks with bias units: their layers and weights, the forward and the backward pass over a batch, what is recorded of it, and
 * two things that it is checked against, central differences and the same network as a Wengert list.
 *
 * <p>Layers are numbered from 1, the inputs, to L + 1, the output, those of a residual block too; Θ⁽ˡ⁾ leads from layer l to layer
 * l + 1 and is [s₍ₗ₊₁₎ × (sₗ + 1)] of a dense layer, with the bias weights in column 0. In matrices each row is an example, images
 * channel after channel, each row by row.
 */
@NullMarked
package backstep.network;

import org.jspecify.annotations.NullMarked;
