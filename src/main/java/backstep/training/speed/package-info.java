/**
 * What an update costs: how much work it is, how fast engines are at it, and from how much work on a device gains, by
 * measurement.
 */
@NullMarked
package backstep.training.speed;

import org.jspecify.annotations.NullMarked;
