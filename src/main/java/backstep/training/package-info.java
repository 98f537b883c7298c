/** Full training runs: optimizers, schedules, the trainer and its history, and what is measured along the way. */
@NullMarked
package backstep.training;

import org.jspecify.annotations.NullMarked;
