package backstep.server;

import backstep.experiment.ExperimentDocument;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Accumulation;
import backstep.network.GradientCheck;
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
        return trace(Passed.of(request.document()), request.question());
    }

    static NetworkTraceAnswer trace(Passed passed, NetworkQuestions.Trace question) {
        return writer(passed, question.grain(), question.notation()).write(question.unfolded());
    }

    /** {@return what a trace has beside its vectors and matrices} */
    static NetworkOutlineAnswer outline(Passed passed, NetworkQuestions.Outline question) {
        return writer(passed, question.grain(), question.notation()).outline(question.unfolded());
    }

    /** {@return the steps that are asked for} */
    static NetworkStepsAnswer steps(Passed passed, NetworkQuestions.Steps question) {
        int from = Within.of("/from", question.from(), 0, Integer.MAX_VALUE, 0);
        int count = Within.of("/count", question.count(), 0, MOST_STEPS, USUAL_STEPS);
        var writer =
                new NetworkStepWriter(Within.of("/most", question.most(), 1, Integer.MAX_VALUE, Integer.MAX_VALUE));
        Notation notation = NotationRequest.orStandard(question.notation());
        return question.story() == Tale.DERIVATION
                ? writer.write(Derivation.of(passed.recording(), notation), from, count)
                : writer.write(story(passed, question.grain(), question.notation()), from, count);
    }

    /** {@return all steps of the pass} */
    public static NetworkStepsAnswer allSteps(ExperimentDocument document, Grain grain, Notation notation) {
        NetworkStory story = Passed.of(document).story(grain, notation);
        return new NetworkStepWriter(Integer.MAX_VALUE).write(story, 0, story.size());
    }

    /** {@return where a number comes from} */
    static NetworkExplainAnswer explain(Passed passed, NetworkQuestions.Explain question) {
        NetworkStory story = story(passed, question.grain(), question.notation());
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
    static NetworkCheckAnswer check(Passed passed) {
        Recording recording = passed.recording();
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
    static AccumulatedAnswer accumulated(Passed passed, NetworkQuestions.Accumulated question) {
        Recording recording = passed.recording();
        int n = recording.examples();
        int from = Within.of("/from", question.from(), 0, n, 0);
        int count = Within.of("/count", question.count(), 0, n - from + 1, n - from + 1);
        int most = Math.max(1, MOST_ACCUMULATED / recording.network().weights());
        return new AccumulatedAnswer(IntStream.range(from, from + Math.min(count, most))
                .mapToObj(k -> new Accumulated(k, NetworkAnswers.rows(Accumulation.of(recording, k))))
                .toList());
    }

    /** {@return the network as a Wengert list, for one example} */
    static WengertAnswer wengert(Passed passed, NetworkQuestions.Wengert question) {
        Setting setting = passed.setting();
        int example =
                Within.of("/example", question.example(), 1, setting.batch().size(), 1);
        Setting alone =
                new Setting(setting.network(), setting.theta(), setting.batch().example(example), 0, setting.sign());
        return WengertWriter.write(example, Passed.record(alone), Unrolling.of(alone));
    }

    private static NetworkTraceWriter writer(Passed passed, @Nullable Grain grain, @Nullable NotationRequest notation) {
        return new NetworkTraceWriter(passed, story(passed, grain, notation));
    }

    private static NetworkStory story(Passed passed, @Nullable Grain grain, @Nullable NotationRequest notation) {
        return passed.story(grain == null ? Grain.UNIT : grain, NotationRequest.orStandard(notation));
    }
}
