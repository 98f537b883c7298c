package backstep.training;

import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measures a trainer where it stands, by both sets of its plan. */
final class Measurement {

    private final Trainer trainer;
    private final Evaluation train;
    private final Optional<Evaluation> test;

    Measurement(MatrixEngine engine, Plan plan, Trainer trainer) {
        this.trainer = trainer;
        train = new Evaluation(
                engine, plan.cost(), trainer.weights(), plan.split().train());
        test = plan.split().test().map(set -> new Evaluation(engine, plan.cost(), trainer.weights(), set));
    }

    Metrics metrics() {
        Score trained = train.score();
        Optional<Score> tested = test.map(Evaluation::score);
        return new Metrics(
                trainer.iteration(),
                trainer.epoch(),
                trained.loss(),
                tested.map(score -> OptionalDouble.of(score.loss())).orElse(OptionalDouble.empty()),
                trained.accuracy(),
                tested.map(Score::accuracy).orElse(OptionalDouble.empty()),
                trainer.gradientNorms(),
                trainer.thetaNorms(),
                trainer.learningRate());
    }

    /** {@return the confusion matrix of the test set, or of the training set where no test set is kept apart} */
    List<List<Integer>> confusion() {
        return test.orElse(train).score().confusion();
    }
}
