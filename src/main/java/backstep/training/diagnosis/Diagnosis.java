package backstep.training.diagnosis;

import backstep.linalg.MatrixEngine;
import backstep.network.Initialization;
import backstep.training.Divergence;
import backstep.training.Run;
import backstep.training.diagnosis.Change.Clip;
import backstep.training.diagnosis.Change.Draw;
import backstep.training.diagnosis.Change.LearningRate;
import backstep.training.diagnosis.Change.Normalise;
import backstep.training.diagnosis.Change.WarmUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What ails a run at a moment, told from its curves, its gradients, a pass over the training examples, and short trials of what
 * would help.
 *
 * @param verdict all of it in a sentence
 * @param findings none where nothing is wrong, or it is too early to say
 */
public record Diagnosis(String verdict, List<Finding> findings) {

    /** The fewest points of the curves that say something. */
    private static final int POINTS = 6;

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * {@return what ails a run}
     *
     * @param engines makes an engine for the passes and trials
     * @param k how many updates are done at the moment that is looked at
     */
    public static Diagnosis of(Supplier<MatrixEngine> engines, Run run, int k) {
        Optional<Divergence> divergence = run.divergence().filter(diverged -> diverged.update() <= k);
        if (divergence.isPresent()) {
            int update = divergence.get().update();
            return new Diagnosis(
                    "The run diverged in update " + update + ".", List.of(diverged(run, divergence.get())));
        }
        return of(new Course(engines, run, k));
    }

    private static Diagnosis of(Course course) {
        Optional<Finding> depth = new DepthSigns(course).find();
        if (depth.isPresent()) {
            return of(List.of(depth.get()));
        }
        if (course.points().size() < POINTS) {
            return new Diagnosis(
                    "It is too early to say: after " + (POINTS - 1) + " epochs the curves tell something.", List.of());
        }
        FitSigns fit = new FitSigns(course);
        Optional<Finding> steps = new StepSigns(course).find();
        boolean isRestless = steps.isPresent() && steps.get().illness() != Illness.STEP_TOO_SMALL;
        Optional<Finding> under = steps.isPresent() ? Optional.empty() : fit.underFitting();
        Optional<Finding> over = isRestless ? Optional.empty() : fit.overFitting();
        List<Finding> findings =
                Stream.of(steps, under, over).flatMap(Optional::stream).toList();
        return of(findings);
    }

    private static Diagnosis of(List<Finding> findings) {
        String verdict = switch (findings.size()) {
            case 0 -> "Nothing is wrong with it.";
            case 1 -> "One thing could be better.";
            default -> findings.size() + " things could be better.";
        };
        return new Diagnosis(verdict, findings);
    }

    private static Finding diverged(Run run, Divergence divergence) {
        String sign = "In update " + divergence.update() + " a number of layer " + divergence.layer() + " became "
                + (Double.isNaN(divergence.value()) ? "no number at all" : "infinite") + ": "
                + because(divergence.cause()) + "." + byHand(divergence.remedies());
        double rate = run.plan().training().optimizer().learningRate();
        List<Remedy> remedies = new ArrayList<>();
        divergence.remedies().forEach(remedy -> remedy(remedy, rate).ifPresent(remedies::add));
        return new Finding(Illness.DIVERGED, sign, remedies);
    }

    /** {@return what to try that no change of an experiment does} */
    private static String byHand(List<Divergence.Remedy> remedies) {
        return remedies.contains(Divergence.Remedy.SCALE_DATA) ? " " + Divergence.Remedy.SCALE_DATA.sentence() : "";
    }

    private static String because(Divergence.Cause cause) {
        return switch (cause) {
            case STEP_TOO_LARGE -> "each step overshot by more than the one before";
            case GRADIENT_EXPLODED -> "the gradient exploded on its way back";
            case TOO_LARGE_FROM_THE_START -> "the weights were too large from the start";
        };
    }

    private static Optional<Remedy> remedy(Divergence.Remedy remedy, double rate) {
        return switch (remedy) {
            case SMALLER_LEARNING_RATE ->
                Optional.of(Remedy.anew(
                        new LearningRate(Words.rounded(rate / 10)), "Smaller steps do not overshoot the valley."));
            case CLIP -> Optional.of(Remedy.anew(new Clip(1), "No step is longer than η then, however steep it is."));
            case WARM_UP ->
                Optional.of(Remedy.anew(new WarmUp(5), "The first slopes are the steepest, so first steps are short."));
            case SMALLER_START ->
                Optional.of(Remedy.anew(
                        new Draw(Initialization.XAVIER_UNIFORM),
                        "Weights of this size keep numbers as large as they are."));
            case BATCH_NORM ->
                Optional.of(Remedy.anew(new Normalise(), "Activations are brought to one size in each layer."));
            case SCALE_DATA -> Optional.empty();
        };
    }
}
