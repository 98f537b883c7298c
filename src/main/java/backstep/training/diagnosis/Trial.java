package backstep.training.diagnosis;

import backstep.linalg.MatrixEngine;
import backstep.training.Adam;
import backstep.training.Constant;
import backstep.training.Evaluation;
import backstep.training.Moment;
import backstep.training.Optimizer;
import backstep.training.Plan;
import backstep.training.Sgd;
import backstep.training.Trainer;
import backstep.training.Training;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries out what would become of a run, for a while and only as far as it costs little. */
final class Trial {

    /** How many products of weights with activations a trial may take, forward passes alone. */
    private static final long PRODUCTS = 40_000_000;

    private static final int EPOCHS = 10;
    private static final int FEWEST = 10;

    private final MatrixEngine engine;
    private final Plan plan;
    private final Moment moment;
    private final double rate;

    /** What was tried already. */
    private final Map<Change, Double> losses = new LinkedHashMap<>();

    private Trial(Course course, Moment moment, double rate) {
        engine = course.engine();
        plan = course.plan();
        this.moment = moment;
        this.rate = rate;
    }

    /** {@return trials that go on from the moment that is looked at} */
    static Trial fromNow(Course course) {
        return new Trial(course, course.moment(), course.learningRate());
    }

    /** {@return trials that start as the run did} */
    static Trial fromTheStart(Course course) {
        return new Trial(
                course, course.first(), course.plan().training().optimizer().learningRate());
    }

    /** {@return η times a factor; under a schedule that goes on, without the schedule} */
    Change times(double factor) {
        double other = Words.rounded(factor * rate);
        return isScheduled() && moment.iteration() > plan.start().iteration()
                ? new Change.ConstantRate(other)
                : new Change.LearningRate(other);
    }

    /** {@return whether η changes by itself} */
    boolean isScheduled() {
        return !(plan.training().schedule() instanceof Constant);
    }

    /** {@return the changes, the one first after which the loss is least; as they were where nothing can be tried} */
    List<Change> best(List<? extends Change> changes) {
        return isPossible()
                ? changes.stream()
                        .map(change -> (Change) change)
                        .sorted(Comparator.comparingDouble(this::loss))
                        .toList()
                : List.copyOf(changes);
    }

    /** {@return what came of a change, in a sentence after another one; nothing where it was not tried} */
    String told(Change change) {
        if (!isPossible()) {
            return "";
        }
        double loss = loss(change);
        String then = Double.isFinite(loss) ? "the training loss is " + Words.number(loss) : "it diverges";
        return " Tried for " + (epochs() == 1 ? "an epoch" : epochs() + " epochs") + ": " + then + ".";
    }

    private int epochs() {
        long products = plan.network().products() * plan.split().train().size();
        return Math.clamp(PRODUCTS / Math.max(1, products), 1, EPOCHS);
    }

    /** {@return whether enough can be tried} */
    boolean isPossible() {
        long products = plan.network().products() * plan.split().train().size();
        return products <= PRODUCTS && epochs() * plan.iterationsPerEpoch() >= FEWEST;
    }

    /** {@return the training as it is now: η does not change any more} */
    Training now() {
        return plan.training()
                .with(plan.training().optimizer().withLearningRate(rate))
                .with(new Constant());
    }

    /** {@return the training with a remedy, where that is one for the training alone} */
    private Optional<Training> with(Change change) {
        return switch (change) {
            case Change.LearningRate(double other) ->
                Optional.of(now().with(optimizer().withLearningRate(other)));
            case Change.ConstantRate(double other) ->
                Optional.of(now().with(optimizer().withLearningRate(other)));
            case Change.Momentum(double mu) -> Optional.of(now().with(new Sgd(rate, mu, false)));
            case Change.UseAdam(double other) -> Optional.of(now().with(Adam.of(other)));
            case Change.LargerBatch(int size) -> Optional.of(now().withBatchSize(size));
            case Change.Clip(double norm) -> Optional.of(now().withClipNorm(norm));
            case Change.Decay _, Change.WarmUp _, Change.Draw _, Change.Activate _, Change.Width _ -> Optional.empty();
            case Change.Depth _, Change.PenaltyOf _, Change.StopEarly _, Change.MoreData _ -> Optional.empty();
            case Change.Normalise _, Change.AddInputs _ -> Optional.empty();
        };
    }

    private Optimizer optimizer() {
        return plan.training().optimizer();
    }

    /** {@return the training loss some epochs later; infinite where it diverges} */
    double loss(Training training) {
        Trainer trainer = trainer(training);
        int last = trainer.iteration() + epochs() * perEpoch(training);
        while (trainer.iteration() < last) {
            trainer.update();
            if (!trainer.isFinite()) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return new Evaluation(engine, plan.cost(), plan.split().train())
                .of(trainer.theta())
                .loss();
    }

    /** {@return the training loss some epochs later with a change; infinite where it diverges, or is none of the training} */
    double loss(Change change) {
        return losses.computeIfAbsent(change, key -> with(key).map(this::loss).orElse(Double.POSITIVE_INFINITY));
    }

    /** {@return J before each of the next updates, were each to look at all examples} */
    List<Double> costsOfWholeBatches() {
        Trainer trainer = trainer(now().withBatchSize(plan.split().train().size()));
        List<Double> costs = new ArrayList<>();
        for (int k = 0; k < epochs() && trainer.isFinite(); k++) {
            trainer.update();
            costs.add(trainer.cost());
        }
        return costs;
    }

    private int perEpoch(Training training) {
        return Math.ceilDiv(
                plan.split().train().size(),
                Math.min(training.batchSize(), plan.split().train().size()));
    }

    private Trainer trainer(Training training) {
        Training longer = training.withEpochs(Math.min(Training.EPOCHS, moment.epoch() + EPOCHS + 2));
        return new Trainer(engine, plan.branch(moment, plan.cost(), longer));
    }
}
