package backstep.training;

import java.util.Optional;

/** Whether a run's loss still falls, and what was known of that after any of its epochs. */
final class Patience {

    private final Optional<EarlyStopping> rule;
    private final Bests bests = new Bests();

    /** At the start of a plan. Where no loss is known, each is better. */
    Patience(Plan plan) {
        rule = plan.training().earlyStopping();
        int epoch = plan.start().iteration() / plan.iterationsPerEpoch();
        Optional<Best> known = plan.start().best();
        bests.add(
                epoch - known.map(Best::epochsSince).orElse(0),
                known.map(Best::loss).orElse(Double.POSITIVE_INFINITY));
    }

    /** {@return whether every epoch has to be measured} */
    boolean isAsked() {
        return rule.isPresent();
    }

    /** Takes the loss of another epoch, and {@return whether patience is at its end}. */
    synchronized boolean endsWith(Metrics metrics) {
        if (rule.isEmpty()) {
            return false;
        }
        int epoch = metrics.epoch();
        double loss = metrics.testLoss().orElse(metrics.trainLoss());
        if (loss < bests.loss(epoch) - rule.get().minDelta()) {
            bests.add(epoch, loss);
        }
        return epoch - bests.epoch(epoch) >= rule.get().patience();
    }

    /** {@return what was known when so many epochs were done; where patience was at its end, no epoch counts against it any more} */
    synchronized Optional<Best> after(int epoch) {
        double loss = bests.loss(epoch);
        if (rule.isEmpty() || !Double.isFinite(loss)) {
            return Optional.empty();
        }
        int since = epoch - bests.epoch(epoch);
        return Optional.of(new Best(loss, since < rule.get().patience() ? since : 0));
    }
}
