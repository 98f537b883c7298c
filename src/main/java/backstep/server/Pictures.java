package backstep.server;

import backstep.data.DataSet;
import backstep.data.Image;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.MomentDocument;
import backstep.network.Batch;
import backstep.network.Setting;
import backstep.network.Theta;
import backstep.server.PicturesAnswer.PictureAnswer;
import backstep.training.Classes;
import backstep.training.Evaluation;
import backstep.training.Guess;
import backstep.training.History;
import backstep.training.Moment;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.List;
import java.util.Optional;

/** What a run takes pictures for at a moment: those of the test set, or those that train where none are held back. */
final class Pictures {

    static final int MOST = 60;
    static final int USUAL = 12;

    private final LiveRun live;
    private final Plan plan;
    private final History history;
    private final Batch examples;

    Pictures(LiveRun live) {
        this.live = live;
        plan = live.experiment().plan();
        history = live.look(Run::history);
        examples = plan.split().test().orElse(plan.split().train());
    }

    /**
     * {@return what the pictures are taken for after k updates}
     *
     * @param count how many pictures are wanted
     * @throws InvalidRequest where the examples are no pictures of classes
     */
    PicturesAnswer at(int k, int count) {
        DataSet data = live.experiment().data();
        Optional<Image> image = data.image();
        if (image.isEmpty() || !Classes.areMeant(plan.network(), examples)) {
            throw new InvalidRequest("/id", "/id: the examples of " + data.name() + " are no pictures of classes");
        }
        Theta theta = history.at(k).theta();
        Evaluation evaluation = new Evaluation(Engines.forShowing(), plan.cost(), examples);
        List<Guess> guesses = Guess.of(examples, evaluation.outputs(theta));
        return new PicturesAnswer(
                k,
                plan.split().test().isPresent() ? "test" : "training",
                guesses.size(),
                (int) guesses.stream().filter(guess -> !guess.isRight()).count(),
                image.get().channels(),
                image.get().height(),
                image.get().width(),
                data.outputs(),
                guesses.stream().limit(count).map(this::answer).toList());
    }

    private PictureAnswer answer(Guess guess) {
        return new PictureAnswer(
                guess.row(),
                guess.target(),
                guess.guess(),
                guess.probability(),
                examples.x().row(guess.row()));
    }

    /** {@return the document that shows a pass over one of the pictures, with the weights after k updates} */
    ExperimentDocument experiment(int k, int row) {
        if (row < 0 || row >= examples.size()) {
            throw new InvalidRequest("/picture", "/picture: must be 0 to " + (examples.size() - 1) + ", was " + row);
        }
        Moment moment = history.at(k);
        Setting alone = new Setting(
                plan.network(),
                moment.theta(),
                examples.example(row + 1),
                plan.cost().penalty(),
                plan.cost().sign());
        return MomentDocument.of(plan, live.document(), alone, moment);
    }
}
