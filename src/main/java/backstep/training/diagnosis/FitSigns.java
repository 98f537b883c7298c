package backstep.training.diagnosis;

import backstep.data.Split;
import backstep.training.Metrics;
import backstep.training.diagnosis.Change.MoreData;
import backstep.training.diagnosis.Change.PenaltyOf;
import backstep.training.diagnosis.Change.StopEarly;
import backstep.training.diagnosis.Change.Width;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the network fits the examples: all of them, and not only those that train. */
final class FitSigns {

    /** A loss above this share of the baseline is poor. */
    private static final double POOR = 0.5;
    /** A training loss below this share of it has learned much. */
    private static final double LEARNED = 0.45;
    /** A recent fall below this share of the baseline is none. */
    private static final double FLAT = 0.03;
    /** How much the loss on the test set must have risen above its least. */
    private static final double RISE = 1.25;
    /** And by at least this share of the baseline. */
    private static final double WORTH = 0.1;

    private static final int FEW_EPOCHS = 10;
    private static final double USUAL_LAMBDA = 0.01;
    private static final int MORE = 4;

    private final Course course;

    FitSigns(Course course) {
        this.course = course;
    }

    /** {@return whether the training set is learned by heart} */
    Optional<Finding> overFitting() {
        List<Metrics> points = course.points();
        Metrics now = course.now();
        if (now.testLoss().isEmpty()) {
            return Optional.empty();
        }
        Metrics best = points.stream()
                .min(Comparator.comparingDouble(point -> point.testLoss().orElseThrow()))
                .orElseThrow();
        double least = best.testLoss().orElseThrow();
        double lately = median(course.recent());
        double risen = Math.min(lately, now.testLoss().orElseThrow());
        boolean rose = risen > RISE * least && risen - least > WORTH * course.baseline();
        boolean learns = course.lossShare() < LEARNED && now.trainLoss() < best.trainLoss();
        return rose && learns ? Optional.of(learnedByHeart(best)) : Optional.empty();
    }

    private static double median(List<Metrics> points) {
        double[] losses = points.stream()
                .mapToDouble(point -> point.testLoss().orElseThrow())
                .sorted()
                .toArray();
        return losses[losses.length / 2];
    }

    private Finding learnedByHeart(Metrics best) {
        Metrics now = course.now();
        String sign = "The test loss was " + Words.number(best.testLoss().orElseThrow()) + " in epoch " + best.epoch()
                + " and is " + Words.number(now.testLoss().orElseThrow()) + "; the training loss fell to "
                + Words.number(now.trainLoss()) + ".";
        double lambda = course.plan().cost().penalty().lambda();
        int patience = Math.max(FEW_EPOCHS, best.epoch() / 2);
        List<Remedy> remedies = new ArrayList<>();
        remedies.add(Remedy.anew(
                new PenaltyOf(lambda == 0 ? USUAL_LAMBDA : MORE * lambda),
                "Small weights make smooth functions, which cannot follow every point."));
        remedies.add(Remedy.anew(
                new StopEarly(patience),
                "The run ends when the test loss falls no more, here after epoch " + best.epoch() + "."));
        if (width() >= 2 * MORE) {
            remedies.add(Remedy.anew(
                    new Width(width() / MORE), "With fewer weights there are fewer ways to learn points by heart."));
        }
        remedies.add(Remedy.anew(new MoreData(MORE), "More examples leave less room between them for mistakes."));
        return new Finding(Illness.OVER_FITTING, sign, remedies);
    }

    private int width() {
        return IntStream.rangeClosed(2, course.plan().network().depth())
                .map(course.plan().network()::units)
                .max()
                .orElse(0);
    }

    /** {@return whether the network is too small, or held back} */
    Optional<Finding> underFitting() {
        boolean poor = course.lossShare() > POOR && Math.abs(course.recentFall()) < FLAT;
        if (!poor) {
            return Optional.empty();
        }
        List<Remedy> remedies = new Larger(course).helpful();
        return remedies.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(Illness.UNDER_FITTING, learnsNeither(), remedies));
    }

    private String learnsNeither() {
        Split split = course.plan().split();
        Metrics now = course.now();
        String test = split.test().isPresent()
                ? ", the test loss at " + Words.number(now.testLoss().orElseThrow())
                : "";
        return String.format(
                Locale.ROOT,
                "The training loss rests at %s%s; guessing the mean would give %s.",
                Words.number(now.trainLoss()),
                test,
                Words.number(course.baseline()));
    }
}
