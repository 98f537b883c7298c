package backstep.training;

import backstep.network.Theta;
import java.util.Optional;

/**
 * A run after some of its updates.
 *
 * @param iteration k, how many updates are done
 * @param epoch how many epochs are done
 * @param theta the weights after update k
 * @param state what the optimizer remembers after update k
 * @param descent update k itself; none at the start
 */
public record Moment(int iteration, int epoch, Theta theta, OptimizerState state, Optional<Descent> descent) {}
