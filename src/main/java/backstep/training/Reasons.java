package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Recording;
import backstep.training.Divergence.Cause;
import backstep.training.Divergence.Quantity;
import backstep.training.Divergence.Reason;
import backstep.training.Divergence.Remedy;
import java.util.Arrays;
import java.util.List;

/** Why a run diverged. What can be tried out is tried out: a tenth of the learning rate, from some updates before. */
final class Reasons {

    /** How much larger the δ of layer 2 are than those of the output where they explode on their way back. */
    private static final double EXPLOSION = 100;

    /** How many updates are made again with a smaller step, and as many after them, at most. */
    private static final int LOOK_BACK = 50;

    /** About how many products of two numbers that may take. Nobody can look at the run meanwhile. */
    private static final long PRODUCTS = 10_000_000_000L;

    private final MatrixEngine engine;
    private final History history;
    private final Plan plan;
    private final int update;
    private final int lookBack;

    Reasons(MatrixEngine engine, History history, Plan plan) {
        this.engine = engine;
        this.history = history;
        this.plan = plan;
        update = history.last();
        lookBack = lookBack(plan);
    }

    /** {@return how many updates of a plan are made again} */
    static int lookBack(Plan plan) {
        long batch = Math.min(plan.training().batchSize(), plan.split().train().size());
        return Math.clamp(PRODUCTS / (plan.network().products() * batch), 1, LOOK_BACK);
    }

    Reason why(FirstNonFinite.Place place) {
        double explosion = explosion();
        if (explosion > EXPLOSION) {
            return exploded(explosion);
        }
        boolean passFailed = place.quantity().compareTo(Quantity.MEMORY) < 0;
        return update == history.first() + 1 && passFailed ? fromTheStart() : stepTooLarge();
    }

    /** {@return how much larger the δ of layer 2 were than those of the output in the first update, as root mean squares} */
    private double explosion() {
        Recording start = Recording.of(engine, history.next(history.first()));
        double last = rootMeanSquare(start.delta(plan.network().outputLayer()));
        double ratio = rootMeanSquare(start.delta(2)) / last;
        return Double.isNaN(ratio) ? 0 : ratio;
    }

    private static double rootMeanSquare(Matrix matrix) {
        return Math.sqrt(Arrays.stream(matrix.toArray())
                .map(entry -> entry * entry)
                .average()
                .orElse(0));
    }

    private Reason exploded(double ratio) {
        String sentence = "The gradient explodes on its way back: in the first update the δ of layer 2 were "
                + WrittenNumber.of(ratio) + " times those of the output.";
        return new Reason(
                Cause.GRADIENT_EXPLODED,
                sentence,
                List.of(Remedy.CLIP, Remedy.SMALLER_START, Remedy.BATCH_NORM, Remedy.SMALLER_LEARNING_RATE));
    }

    private Reason fromTheStart() {
        return new Reason(
                Cause.TOO_LARGE_FROM_THE_START,
                "Already with the weights that the run starts with, the numbers are too large to be computed with.",
                List.of(Remedy.SCALE_DATA, Remedy.SMALLER_START));
    }

    private Reason stepTooLarge() {
        int from = Math.max(history.first(), update - lookBack);
        String tried = staysFiniteWithATenth(from)
                ? " The same updates at a tenth of that learning rate were tried: every number stays finite."
                : " Even a tenth of that learning rate was tried, and does not save it; try less.";
        return new Reason(
                Cause.STEP_TOO_LARGE,
                growth(from) + tried,
                plan.training().clipNorm().isPresent()
                        ? List.of(Remedy.SMALLER_LEARNING_RATE, Remedy.WARM_UP)
                        : List.of(Remedy.SMALLER_LEARNING_RATE, Remedy.WARM_UP, Remedy.CLIP));
    }

    /** {@return how the steps were too large, with J of two batches where there are two} */
    private String growth(int from) {
        double rate = plan.rate(update).value();
        String tooLarge = "The steps are too large, at a learning rate of " + WrittenNumber.of(rate);
        if (update - from < 3) {
            return tooLarge + ": a single one leads to numbers that are too large to be computed with.";
        }
        return tooLarge + ": each overshoots by more than the one before. J of the batch was "
                + WrittenNumber.of(costOf(from + 1)) + " in update " + (from + 1) + " and "
                + WrittenNumber.of(costOf(update - 1))
                + " in update " + (update - 1) + ".";
    }

    private double costOf(int k) {
        return history.at(k).descent().orElseThrow().cost();
    }

    private boolean staysFiniteWithATenth(int from) {
        Optimizer optimizer = plan.training().optimizer();
        Training slower = plan.training().with(optimizer.withLearningRate(optimizer.learningRate() / 10));
        Trainer trainer = new Trainer(engine, plan.branch(history.at(from), plan.cost(), slower));
        while (trainer.iteration() < update + lookBack && trainer.iteration() < plan.iterations()) {
            trainer.update();
            if (!trainer.isFinite()) {
                return false;
            }
        }
        return true;
    }
}
