/**
 * Gradient descent on whole runs: optimizers and schedules, the trainer that applies them batch by batch, the history that has
 * any moment of a run again, and the run itself with its states, its measurements and the explanation of where it diverged.
 *
 * <p>Updates are counted from 1; what is said of a moment k is what holds after k updates. The rows of the training set are
 * counted from 0. Everything is a function of the plan alone: the same plan gives the same bits on the same engine.
 */
@NullMarked
package backstep.training;

import org.jspecify.annotations.NullMarked;
