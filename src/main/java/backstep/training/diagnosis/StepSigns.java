package backstep.training.diagnosis;

import backstep.training.Sgd;
import backstep.training.diagnosis.Change.Clip;
import backstep.training.diagnosis.Change.ConstantRate;
import backstep.training.diagnosis.Change.Decay;
import backstep.training.diagnosis.Change.LargerBatch;
import backstep.training.diagnosis.Change.Momentum;
import backstep.training.diagnosis.Change.UseAdam;
import java.util.ArrayList;
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
    /** A loss below this share of the baseline is good. */
    private static final double GOOD = 0.4;
    /** A fall of less than this share of the loss in the last epochs is slow. */
    private static final double SLOW = 0.1;
    /** How much further the loss must fall in a trial. */
    private static final double FURTHER = 3;
    /** And by at least this share of the baseline. */
    private static final double WORTH = 0.02;

    private static final double ADAM = 0.01;
    private static final int MORE = 8;

    private final Course course;
    private final Trial trial;

    StepSigns(Course course) {
        this.course = course;
        trial = Trial.fromNow(course);
    }

    /** {@return what is wrong with the steps} */
    Optional<Finding> find() {
        if (jumps()) {
            return Optional.of(restless());
        }
        return trial.isPossible() && isSlow() ? tooSmall() : Optional.empty();
    }

    private boolean jumps() {
        return course.isSpoiled() || (course.rises() >= RISES && course.restlessness() >= JUMPS);
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
        if (course.plan().training().batchSize() >= all || course.isSpoiled()) {
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

    private String rose() {
        return "The training loss rose in " + Words.percent(course.rises()) + " of the last "
                + (course.recent().size() - 1) + " epochs, ";
    }

    private Finding tooLarge() {
        String sign = course.isSpoiled()
                ? "The training loss is " + Words.number(course.now().trainLoss()) + "; guessing the mean would give "
                        + Words.number(course.baseline()) + ": steps overshoot."
                : rose() + "by " + Words.number(course.restlessness() * course.baseline())
                        + " on average, at learning rate " + Words.number(course.learningRate()) + ".";
        List<Remedy> remedies = new ArrayList<>(smaller());
        remedies.add(
                Remedy.now(new Decay(), "Large steps are good at first; smaller ones later settle in the valley."));
        remedies.add(Remedy.now(new Clip(1), "No step is longer than η then, however steep it is."));
        return new Finding(Illness.STEP_TOO_LARGE, sign, remedies);
    }

    /** Weights that steps have spoiled are no place to go on from. */
    private List<Remedy> smaller() {
        Trial tried = course.isSpoiled() ? Trial.fromTheStart(course) : trial;
        return tried.best(List.of(tried.times(0.1), tried.times(0.3), tried.times(0.01), tried.times(0.001))).stream()
                .limit(2)
                .map(change -> {
                    String why = "Smaller steps do not overshoot the valley." + tried.told(change);
                    return course.isSpoiled() ? Remedy.anew(change, why) : Remedy.now(change, why);
                })
                .toList();
    }

    private Finding tooFew() {
        int batch = course.plan().training().batchSize();
        int all = course.plan().split().train().size();
        List<Change> changes =
                List.of(new LargerBatch(Math.min(all, MORE * batch)), trial.times(0.1), trial.times(0.3));
        List<Remedy> remedies = new ArrayList<>();
        for (Change change : trial.best(changes)) {
            String why = change instanceof LargerBatch
                    ? "The mean over more examples is closer to the gradient of all."
                    : "Smaller steps average the noise of several batches.";
            remedies.add(Remedy.now(change, why + trial.told(change)));
        }
        remedies.add(Remedy.now(new Decay(), "Steps that get smaller come to rest where large ones dance around."));
        return new Finding(
                Illness.BATCH_TOO_SMALL,
                rose() + "with batches of " + batch + "; steps over all " + all + " would not jump.",
                remedies);
    }

    private Optional<Finding> tooSmall() {
        Map<Change, String> reasons = faster();
        List<Change> best = trial.best(List.copyOf(reasons.keySet()));
        double still = trial.loss(trial.now());
        double fall = Math.max(0, course.now().trainLoss() - still);
        double further = course.now().trainLoss() - trial.loss(best.getFirst());
        if (further < FURTHER * fall || further < WORTH * course.baseline()) {
            return Optional.empty();
        }
        List<Remedy> remedies = best.stream()
                .filter(change -> trial.loss(change) < still)
                .map(change -> Remedy.now(change, reasons.get(change) + trial.told(change)))
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
        reasons.put(trial.times(10), "Longer steps in the same direction get there sooner.");
        reasons.put(trial.times(3), "Longer steps get there sooner, and may not overshoot yet.");
        if (course.plan().training().optimizer() instanceof Sgd sgd) {
            if (sgd.momentum() == 0 && !trial.isScheduled()) {
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
}
