/**
 * Fully connected networks with bias units: their weights, the forward and the backward pass over a batch, what is recorded of
 * it, and two things that it is checked against, central differences and the same network as a Wengert list.
 *
 * <p>Layers are numbered from 1, the inputs, to L + 1, the output; Θ⁽ˡ⁾ leads from layer l to layer l + 1 and is
 * [s₍ₗ₊₁₎ × (sₗ + 1)], with the bias weights in column 0. In matrices each row is an example.
 */
@NullMarked
package backstep.network;

import org.jspecify.annotations.NullMarked;
