package backstep.training;

import backstep.network.Theta;
import java.util.Optional;

/**
 * Where a run starts.
 *
 * @param iteration how many updates came before it, 0 unless it branches off another run
 * @param theta the weights
 * @param state what the optimizer remembers, none where it starts anew
 */
public record Start(int iteration, Theta theta, Optional<OptimizerState> state) {

    /** {@return the start of a run that goes back to no other} */
    public static Start at(Theta theta) {
        return new Start(0, theta, Optional.empty());
    }
}
