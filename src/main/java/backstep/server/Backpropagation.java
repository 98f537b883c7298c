package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Accumulation;
import backstep.network.GradientCheck;
import backstep.network.Limits;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Unrolling;
import backstep.server.AccumulatedAnswer.Accumulated;
import backstep.server.NetworkQuestions.Tale;
import backstep.story.Explanation;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.Notation;
import backstep.story.network.Derivation;
import backstep.story.network.NetworkStory;
import backstep.training.Update;
import backstep.training.UpdateSetting;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers questions about networks; what the pages, the API and the command line have in common. */
public final class Backpropagation {

    private static final MatrixEngine ENGINE = new EjmlEngine();

    private static final int USUAL_STEPS = 100;
    private static final int MOST_STEPS = 1_000;
    private static final int USUAL_DEPTH = 3;
    private static final int DEEPEST = 6;
    private static final int MOST_ACCUMULATED = 50_000;

    private Backpropagation() {}

    /** {@return every number of a pass} */
    public static NetworkTraceAnswer trace(ExperimentRequest<NetworkQuestions.Trace> request) {
        NetworkQuestions.Trace question = request.question();
        Told told = tell(request.document(), question.grain(), question.notation());
        return new NetworkTraceWriter(told, request.document()).write(question.unfolded());
    }

    /** {@return the steps that are asked for} */
    public static NetworkStepsAnswer steps(ExperimentRequest<NetworkQuestions.Steps> request) {
        NetworkQuestions.Steps question = request.question();
        Told told = tell(request.document(), question.grain(), question.notation());
        int from = Within.of("/from", question.from(), 0, Integer.MAX_VALUE, 0);
        int count = Within.of("/count", question.count(), 0, MOST_STEPS, USUAL_STEPS);
        return question.story() == Tale.DERIVATION
                ? NetworkStepWriter.write(Derivation.of(told.recording(), told.notation()), from, count)
                : NetworkStepWriter.write(told.story(), from, count);
    }

    /** {@return all steps of the pass} */
    public static NetworkStepsAnswer allSteps(ExperimentDocument document, Grain grain, Notation notation) {
        NetworkStory story = tell(Experiment.of(document), grain, notation).story();
        return NetworkStepWriter.write(story, 0, story.size());
    }

    /** {@return where a number comes from} */
    public static NetworkExplainAnswer explain(ExperimentRequest<NetworkQuestions.Explain> request) {
        NetworkQuestions.Explain question = request.question();
        NetworkStory story =
                tell(request.document(), question.grain(), question.notation()).story();
        int last = story.size() - 1;
        int step = Within.of("/step", question.step(), 0, last, last);
        int depth = Within.of("/depth", question.depth(), 0, DEEPEST, USUAL_DEPTH);
        return NetworkStepWriter.write(explanation(story, question.address(), step, depth));
    }

    private static Explanation explanation(NetworkStory story, String address, int step, int depth) {
        try {
            return story.explain(NetworkAddress.parse(address), step, depth);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("/address", "/address: " + e.getMessage());
        }
    }

    /** {@return the gradient beside central differences} */
    public static NetworkCheckAnswer check(ExperimentDocument document) {
        Recording recording = record(Experiment.of(document).setting());
        GradientCheck check = GradientCheck.of(ENGINE, recording);
        GradientCheck.Worst worst = check.worst();
        return new NetworkCheckAnswer(
                IntStream.rangeClosed(1, recording.network().depth())
                        .filter(l -> recording.network().theta(l).isThere())
                        .mapToObj(l -> new NetworkCheckAnswer.LayerCheck(
                                l,
                                recording.d(l).toRows(),
                                check.numerical().get(l - 1).toRows(),
                                check.relativeError().get(l - 1).toRows()))
                        .toList(),
                worst.relativeError(),
                "D." + worst.l() + "." + worst.i() + "." + worst.j(),
                GradientCheck.TOLERANCE,
                check.passes());
    }

    /** {@return Δ after some of the examples} */
    public static AccumulatedAnswer accumulated(ExperimentRequest<NetworkQuestions.Accumulated> request) {
        Recording recording = record(Experiment.of(request.document()).setting());
        int n = recording.examples();
        int from = Within.of("/from", request.question().from(), 0, n, 0);
        int count = Within.of("/count", request.question().count(), 0, n - from + 1, n - from + 1);
        int most = Math.max(1, MOST_ACCUMULATED / recording.network().weights());
        return new AccumulatedAnswer(IntStream.range(from, from + Math.min(count, most))
                .mapToObj(k -> new Accumulated(k, NetworkAnswers.rows(Accumulation.of(recording, k))))
                .toList());
    }

    /** {@return the network as a Wengert list, for one example} */
    public static WengertAnswer wengert(ExperimentRequest<NetworkQuestions.Wengert> request) {
        Setting setting = Experiment.of(request.document()).setting();
        int example = Within.of(
                "/example", request.question().example(), 1, setting.batch().size(), 1);
        Setting alone =
                new Setting(setting.network(), setting.theta(), setting.batch().example(example), 0, setting.sign());
        return WengertWriter.write(example, record(alone), Unrolling.of(alone));
    }

    private static Told tell(ExperimentDocument document, @Nullable Grain grain, @Nullable NotationRequest notation) {
        return tell(Experiment.of(document), grain == null ? Grain.UNIT : grain, NotationRequest.orStandard(notation));
    }

    private static Told tell(Experiment experiment, Grain grain, Notation notation) {
        Recording recording = record(experiment.setting());
        Update update = Update.of(ENGINE, recording, UpdateSetting.of(experiment.plan()));
        return new Told(recording, update, NetworkStory.of(recording, update, grain, notation), notation);
    }

    private static Recording record(Setting setting) {
        Limits.requireBounded(setting);
        return Recording.of(ENGINE, setting);
    }

    /** A pass, what follows from it, and its story. */
    record Told(Recording recording, Update update, NetworkStory story, Notation notation) {}
}
