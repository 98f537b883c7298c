/** Matrices, and the engines that compute with them. It knows nothing of layers, steps or examples. */
@NullMarked
package backstep.linalg;

import org.jspecify.annotations.NullMarked;
