package backstep.training;

import backstep.network.Theta;

/**
 * All that a run needs to go on from a moment.
 *
 * @param iteration how many updates are done
 */
public record Checkpoint(int iteration, Theta theta, OptimizerState state) {}
