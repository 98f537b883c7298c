package backstep.experiment;

import backstep.network.Setting;
import backstep.training.Moment;
import backstep.training.Plan;
import backstep.training.Rate;
import backstep.training.Start;
import backstep.training.Training;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a moment of a run down as an experiment of its own. */
public final class MomentDocument {

    private MomentDocument() {}

    /**
     * {@return the experiment whose first update is the next one of a run}
     *
     * @param document of the run
     * @param next what the next update looks at
     * @param moment the one before it
     */
    public static ExperimentDocument of(Plan plan, ExperimentDocument document, Setting next, Moment moment) {
        Training training = plan.training();
        Rate rate = plan.rate(moment.iteration() + 1);
        OptionalInt clock = rate.isConstant() ? OptionalInt.empty() : OptionalInt.of(rate.t());
        TrainingDocument update = TrainingDocument.of(
                new Training(
                        training.optimizer(),
                        training.schedule(),
                        next.batch().size(),
                        1,
                        false,
                        training.seed(),
                        training.clipNorm(),
                        Optional.empty()),
                StateDocument.of(new Start(0, moment.theta(), Optional.of(moment.state()), clock, Optional.empty())));
        return new ExperimentDocument(
                document.network(),
                ThetaDocument.of(next.theta()),
                DataDocument.of(next.batch()),
                document.lambda(),
                document.l1(),
                document.sign(),
                update,
                document.labels(),
                document.title());
    }

    /** {@return the experiment that goes on from a moment of another run, under its own settings} */
    public static ExperimentDocument branch(Plan branch, ExperimentDocument settings) {
        TrainingDocument given = settings.training() == null ? TrainingDocument.USUAL : settings.training();
        return new ExperimentDocument(
                settings.network(),
                ThetaDocument.of(branch.start().theta()),
                settings.data(),
                settings.lambda(),
                settings.l1(),
                settings.sign(),
                given.with(StateDocument.of(branch.start())),
                settings.labels(),
                settings.title());
    }
}
