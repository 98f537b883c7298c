package backstep.training;

import backstep.data.Split;
import backstep.network.Cost;
import backstep.network.Network;
import backstep.network.Theta;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that decides how a run goes.
 *
 * @param cost what is made small
 * @param start where from
 * @param split the examples
 * @param training how
 */
public record Plan(Cost cost, Start start, Split split, Training training) {

    /** @throws backstep.network.InvalidNetwork where the parts do not fit together, or nothing is left to be done */
    public Plan {
        start.theta().requireFits(cost.network());
        start.state().ifPresent(state -> StateShapes.requireFits(state, cost.network(), training.optimizer()));
        split.train().requireFits(cost.network());
        split.test().ifPresent(test -> test.requireFits(cost.network()));
        Batches batches = new Batches(split.train().size(), training);
        long iterations = (long) batches.perEpoch() * training.epochs();
        Require.that(
                iterations <= Integer.MAX_VALUE,
                "training/epochs",
                String.format(
                        Locale.ROOT, "must lead to at most %,d updates, %,d would be", Integer.MAX_VALUE, iterations));
        Require.that(
                start.iteration() < iterations,
                "training/epochs",
                "must be more than the " + start.iteration() / batches.perEpoch() + " that are done, was "
                        + training.epochs());
    }

    /** A run that starts with these weights. */
    public Plan(Cost cost, Theta theta, Split split, Training training) {
        this(cost, Start.at(theta), split, training);
    }

    /** {@return the network that is trained} */
    public Network network() {
        return cost.network();
    }

    /** {@return how many updates an epoch has} */
    public int iterationsPerEpoch() {
        return new Batches(split.train().size(), training).perEpoch();
    }

    /** {@return η of update k, from 1, and how the schedule comes to it} */
    public Rate rate(int k) {
        return new Rate(
                training.schedule(),
                training.optimizer().learningRate(),
                Rates.of(this).clock(k));
    }

    /** {@return after which update the run is done} */
    public int iterations() {
        return iterationsPerEpoch() * training.epochs();
    }

    /**
     * {@return the run that goes on from a moment of this one under other settings; with the same settings, bit for bit as this
     * one does}
     *
     * <p>The optimizer keeps its memory where the other one remembers the same. Updates are counted on from the moment; where an
     * epoch has another number of updates, from the beginning of the epoch that the moment lies in.
     */
    public Plan branch(Moment moment, Cost otherCost, Training other) {
        int perEpoch = new Batches(split.train().size(), other).perEpoch();
        int iteration = perEpoch == iterationsPerEpoch()
                ? moment.iteration()
                : moment.iteration() / iterationsPerEpoch() * perEpoch;
        boolean remembers = StateShapes.isShared(training.optimizer(), other.optimizer());
        Optional<OptimizerState> state = remembers ? Optional.of(moment.state()) : Optional.empty();
        Start branch =
                new Start(iteration, moment.theta(), state, clockAt(moment.iteration(), other), Optional.empty());
        return new Plan(otherCost, branch, split, other);
    }

    /** {@return the same with an early stopping that knows this already} */
    Plan with(Optional<Best> known) {
        return new Plan(cost, start.with(known), split, training);
    }

    /** {@return whether early stopping endures as much in both, of the same loss of the same examples} */
    boolean stopsAs(Plan other) {
        return training.earlyStopping().equals(other.training.earlyStopping())
                && network().loss() == other.network().loss()
                && split.test().orElse(split.train()).equals(other.split.test().orElse(other.split.train()));
    }

    /** Only a clock that does not count the updates of the run has to be handed on, and only to the same schedule. */
    private OptionalInt clockAt(int iteration, Training other) {
        return start.clock().isPresent() && other.schedule().equals(training.schedule())
                ? OptionalInt.of(Rates.of(this).clock(iteration + 1))
                : OptionalInt.empty();
    }
}
