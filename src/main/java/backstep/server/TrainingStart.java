package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.server.TrainingQuestions.Beginning;
import backstep.server.TrainingQuestions.Start;

/** Starts runs: at the weights of an experiment, or at those of another run. */
final class TrainingStart {

    private final TrainingRuns runs;
    private final Branches branches;

    TrainingStart(TrainingRuns runs) {
        this.runs = runs;
        branches = new Branches(runs);
    }

    /** {@return the run that is asked for} */
    LiveRun of(ExperimentRequest<Start> request) {
        ExperimentDocument document = branches.of(request.question().branch(), request.document());
        LiveRun run = runs.add(document, Experiment.of(document));
        if (request.question().start() != Beginning.PAUSED) {
            runs.resume(run);
        }
        return run;
    }
}
