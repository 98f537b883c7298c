package backstep.training.diagnosis;

import backstep.training.Sgd;
import backstep.training.diagnosis.Change.Clip;
import backstep.training.diagnosis.Change.ConstantRate;
import backstep.training.diagnosis.Change.Decay;
import backstep.training.diagnosis.Change.LargerBatch;
import backstep.training.diagnosis.Change.LearningRate;
import backstep.training.diagnosis.Change.Momentum;
import backstep.training.diagnosis.Change.UseAdam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether steps are too large, too small, or look at too few examples. Each claim is tried out before it is made. */
final class StepSigns {

    /** Mean change of the loss from epoch to epoch, as a share of the baseline, from which on it jumps. */
    private static final double JUMPS = 0.05;
    /** The share of rises from which on it does. */
    private static final double RISES = 0.3;
    /** A loss of so many times the baseline is worse than knowing nothing, and was made so by steps. */
    private static final double WORSE_THAN_NOTHING = 1.5;
    /** A loss below this share of the baseline is good. */
    private static final double GOOD = 0.2;
    /** A fall of less than this share of the loss in the last epochs is slow. */
    private static final double SLOW = 0.15;
    /** How much further the loss must fall in a trial. */
    private static final double FURTHER = 3;
    /** And by at least this share of the baseline. */
    private static final double WORTH = 0.02;

    private static final double ADAM = 0.01;

    private final Course course;
    private final Trial trial;
    /** What was tried already. */
    private final Map<Change, Double> losses = new LinkedHashMap<>();

    StepSigns(Course course) {
        this.course = course;
        trial = new Trial(course);
    }

    /** {@return what is wrong with the steps} */
    Optional<Finding> find() {
        if (jumps()) {
            return Optional.of(restless());
        }
        return trial.isPossible() && isSlow() ? tooSmall() : Optional.empty();
    }

    private boolean jumps() {
        boolean spoiled = course.lossShare() > WORSE_THAN_NOTHING
                && course.now().trainLoss() > course.start().trainLoss();
        return spoiled || (course.rises() >= RISES && course.restlessness() >= JUMPS);
    }

    private boolean isSlow() {
        double fall = course.recent().getFirst().trainLoss() - course.now().trainLoss();
        return course.lossShare() > GOOD && fall < SLOW * course.now().trainLoss();
    }

    private Finding restless() {
        return isRestlessWithAllExamples() ? tooLarge() : tooFew();
    }

    private boolean isRestlessWithAllExamples() {
        int all = course.plan().split().train().size();
        if (course.plan().training().batchSize() >= all || course.lossShare() > WORSE_THAN_NOTHING) {
            return true;
        }
        List<Double> costs = trial.costsOfWholeBatches();
        for (int k = 1; k < costs.size(); k++) {
            if (!(costs.get(k) - costs.get(k - 1) < JUMPS * course.baseline())) {
                return true;
            }
        }
        return false;
    }

    private String jumpsBy() {
        return "The training loss rose in " + Words.percent(course.rises()) + " of the last "
                + (course.recent().size() - 1) + " epochs and changes by "
                + Words.number(course.restlessness() * course.baseline()) + " on average, ";
    }

    private Finding tooLarge() {
        double rate = course.learningRate();
        boolean spoiled = course.lossShare() > WORSE_THAN_NOTHING;
        List<Change> rates =
                List.of(new LearningRate(rate / 10), new LearningRate(rate / 3), new LearningRate(rate / 100));
        List<Remedy> remedies = new ArrayList<>();
        for (Change change : byTrial(rates)) {
            String why = "Smaller steps do not overshoot the valley." + tried(change);
            remedies.add(spoiled ? Remedy.anew(change, why) : Remedy.now(change, why));
        }
        remedies.add(
                Remedy.now(new Decay(), "Large steps are good at first; smaller ones later settle in the valley."));
        remedies.add(Remedy.now(new Clip(1), "No step is longer than η then, however steep it is."));
        return new Finding(
                Illness.STEP_TOO_LARGE, jumpsBy() + "at learning rate " + Words.number(rate) + ".", remedies);
    }

    private Finding tooFew() {
        int batch = course.plan().training().batchSize();
        int all = course.plan().split().train().size();
        double rate = course.learningRate();
        List<Change> changes = List.of(
                new LargerBatch(Math.min(all, 8 * batch)), new LearningRate(rate / 10), new LearningRate(rate / 3));
        List<Remedy> remedies = new ArrayList<>();
        for (Change change : byTrial(changes)) {
            String why = change instanceof LargerBatch
                    ? "The mean over more examples is closer to the gradient of all."
                    : "Smaller steps average the noise of several batches.";
            remedies.add(Remedy.now(change, why + tried(change)));
        }
        remedies.add(Remedy.now(new Decay(), "Steps that get smaller come to rest where large ones dance around."));
        return new Finding(
                Illness.BATCH_TOO_SMALL,
                jumpsBy() + "with batches of " + batch + "; steps over all " + all + " would not jump.",
                remedies);
    }

    private Optional<Finding> tooSmall() {
        Map<Change, String> reasons = faster();
        List<Change> best = byTrial(List.copyOf(reasons.keySet()));
        double still = trial.loss(trial.now());
        double fall = Math.max(0, course.now().trainLoss() - still);
        double further = course.now().trainLoss() - loss(best.getFirst());
        if (further < FURTHER * fall || further < WORTH * course.baseline()) {
            return Optional.empty();
        }
        List<Remedy> remedies = best.stream()
                .map(change -> Remedy.now(change, reasons.get(change) + tried(change)))
                .toList();
        return Optional.of(new Finding(Illness.STEP_TOO_SMALL, fallsBy(), remedies));
    }

    private Map<Change, String> faster() {
        double rate = course.learningRate();
        Map<Change, String> reasons = new LinkedHashMap<>();
        double first = course.plan().training().optimizer().learningRate();
        if (rate < first / 3) {
            reasons.put(new ConstantRate(first), "The schedule has made the steps small too early.");
        }
        reasons.put(new LearningRate(10 * rate), "Longer steps in the same direction get there sooner.");
        reasons.put(new LearningRate(3 * rate), "Longer steps get there sooner, and may not overshoot yet.");
        if (course.plan().training().optimizer() instanceof Sgd sgd) {
            if (sgd.momentum() == 0) {
                reasons.put(new Momentum(0.9), "Steps in one direction add up, those to and fro cancel.");
            }
            reasons.put(new UseAdam(ADAM), "Every weight gets steps of its own length, also where slopes are small.");
        }
        return reasons;
    }

    private String fallsBy() {
        return "In the last " + (course.recent().size() - 1) + " epochs the training loss went from "
                + Words.number(course.recent().getFirst().trainLoss()) + " to "
                + Words.number(course.now().trainLoss()) + "; a step moves Θ by "
                + Words.percent(stepShare()) + ".";
    }

    /** {@return how long the last step was, as a share of the length of Θ} */
    private double stepShare() {
        double step = course.lastStep();
        double size = Math.sqrt(course.now().thetaNorms().stream()
                .mapToDouble(norm -> norm * norm)
                .sum());
        return size == 0 ? 0 : step / size;
    }

    private List<Change> byTrial(List<Change> changes) {
        if (!trial.isPossible()) {
            return changes;
        }
        return changes.stream().sorted(Comparator.comparingDouble(this::loss)).toList();
    }

    private double loss(Change change) {
        return losses.computeIfAbsent(change, key -> trial.loss(key).orElse(Double.POSITIVE_INFINITY));
    }

    private String tried(Change change) {
        if (!trial.isPossible()) {
            return "";
        }
        double loss = loss(change);
        String then = Double.isFinite(loss) ? "the training loss is " + Words.number(loss) : "it diverges";
        return " Tried for " + (trial.epochs() == 1 ? "an epoch" : trial.epochs() + " epochs") + ": " + then + ".";
    }
}
