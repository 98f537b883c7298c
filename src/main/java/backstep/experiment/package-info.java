/** The experiment document: one JSON text that describes a network, its weights, its examples and what is done with them. */
@NullMarked
package backstep.experiment;

import org.jspecify.annotations.NullMarked;
