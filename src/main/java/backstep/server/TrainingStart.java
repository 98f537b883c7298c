package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.MomentDocument;
import backstep.server.TrainingQuestions.Beginning;
import backstep.server.TrainingQuestions.Branch;
import backstep.server.TrainingQuestions.Start;
import backstep.training.Plan;

/** Starts runs: at the weights of an experiment, or at those of another run. */
final class TrainingStart {

    private final TrainingRuns runs;

    TrainingStart(TrainingRuns runs) {
        this.runs = runs;
    }

    /** {@return the run that is asked for} */
    LiveRun of(ExperimentRequest<Start> request) {
        Branch branch = request.question().branch();
        ExperimentDocument document = branch == null ? request.document() : branched(branch, request.document());
        LiveRun run = runs.add(document, Experiment.of(document));
        if (request.question().start() != Beginning.PAUSED) {
            runs.resume(run);
        }
        return run;
    }

    /** The document of a branch says all: weights, what the optimizer remembers, and after which update. */
    private ExperimentDocument branched(Branch branch, ExperimentDocument settings) {
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
        Plan plan = from.look(run -> run.branch(k, other));
        return MomentDocument.branch(plan, settings);
    }
}
