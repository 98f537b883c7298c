package backstep.training;

import java.util.Optional;

/** Whether a run's loss still falls. */
final class Patience {

    private final Optional<EarlyStopping> rule;
    private double best = Double.POSITIVE_INFINITY;
    private int epochsWithoutBest;

    Patience(Optional<EarlyStopping> rule) {
        this.rule = rule;
    }

    /** {@return whether every epoch has to be measured} */
    boolean isAsked() {
        return rule.isPresent();
    }

    /** Takes the loss of another epoch, and {@return whether patience is at its end}. */
    boolean endsWith(Metrics metrics) {
        if (rule.isEmpty()) {
            return false;
        }
        double loss = metrics.testLoss().orElse(metrics.trainLoss());
        if (loss < best - rule.get().minDelta()) {
            best = loss;
            epochsWithoutBest = 0;
        } else {
            epochsWithoutBest++;
        }
        return epochsWithoutBest >= rule.get().patience();
    }
}
