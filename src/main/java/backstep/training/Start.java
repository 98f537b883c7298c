package backstep.training;

import backstep.network.Theta;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a run starts.
 *
 * @param iteration how many updates came before it, 0 unless it branches off another run
 * @param theta the weights
 * @param state what the optimizer remembers, none where it starts anew
 * @param clock what the clock of the schedule shows at the first update; none where it counts the updates of the run
 * @param best what early stopping knows already, none where it begins anew
 */
public record Start(
        int iteration, Theta theta, Optional<OptimizerState> state, OptionalInt clock, Optional<Best> best) {

    /** @throws backstep.network.InvalidNetwork where the clock is before its beginning */
    public Start {
        clock.ifPresent(t -> Require.atLeast("training/state/clock", 0, t));
    }

    /** A start after so many updates, which the clock of the schedule counts too. */
    public Start(int iteration, Theta theta, Optional<OptimizerState> state) {
        this(iteration, theta, state, OptionalInt.empty(), Optional.empty());
    }

    /** {@return the same for an early stopping that knows this} */
    public Start with(Optional<Best> known) {
        return new Start(iteration, theta, state, clock, known);
    }

    /** {@return the start of a run that goes back to no other} */
    public static Start at(Theta theta) {
        return new Start(0, theta, Optional.empty());
    }
}
