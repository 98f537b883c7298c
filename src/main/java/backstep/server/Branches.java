package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.MomentDocument;
import backstep.server.TrainingQuestions.Branch;
import backstep.training.Plan;
import org.jspecify.annotations.Nullable;

/** Experiments that go on from a moment of a run. */
final class Branches {

    private final TrainingRuns runs;

    Branches(TrainingRuns runs) {
        this.runs = runs;
    }

    /** {@return the experiment with all that it goes on with: weights, what is remembered, and after which update} */
    ExperimentDocument of(@Nullable Branch branch, ExperimentDocument settings) {
        if (branch == null) {
            return settings;
        }
        LiveRun from = runs.get(branch.run());
        int k = Iterations.require(from, "/branch/iteration", branch.iteration());
        Plan of = from.experiment().plan();
        Plan other = Experiment.of(settings).plan();
        if (!other.network().sizes().equals(of.network().sizes())) {
            throw new InvalidRequest(
                    "/branch/run",
                    "/branch/run: is of a " + of.network().sizes() + " network, the experiment has a "
                            + other.network().sizes() + " network; a branch keeps the sizes");
        }
        return MomentDocument.branch(from.look(run -> run.branch(k, other)), settings);
    }
}
