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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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

    Trial(Course course) {
        engine = course.engine();
        plan = course.plan();
        moment = course.moment();
        rate = course.learningRate();
    }

    /** {@return how many epochs it tries} */
    int epochs() {
        long products = (long) plan.network().weights() * plan.split().train().size();
        return Math.clamp(PRODUCTS / Math.max(1, products), 1, EPOCHS);
    }

    /** {@return whether enough can be tried} */
    boolean isPossible() {
        long products = (long) plan.network().weights() * plan.split().train().size();
        return products <= PRODUCTS && epochs() * plan.iterationsPerEpoch() >= FEWEST;
    }

    /** {@return the training as it is now: η does not change any more} */
    Training now() {
        return plan.training()
                .with(plan.training().optimizer().withLearningRate(rate))
                .with(new Constant());
    }

    /** {@return the training with a remedy, where that is one for the training alone} */
    Optional<Training> with(Change change) {
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

    /** {@return the loss some epochs later with a remedy, where it can be tried} */
    OptionalDouble loss(Change change) {
        return with(change).map(training -> OptionalDouble.of(loss(training))).orElse(OptionalDouble.empty());
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
