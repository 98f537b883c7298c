package backstep.server;

import backstep.autodiff.TangentTrace;
import backstep.expression.Definition;
import backstep.expression.ExpressionParser;
import backstep.expression.Latex;
import backstep.expression.Printer;
import backstep.expression.Program;
import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.ExpressionStory;
import backstep.story.Notation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers questions about expressions; what the pages, the API and the command line have in common. */
public final class Autodiff {

    private static final int USUAL_STEPS = 100;
    private static final int MOST_STEPS = 1_000;
    private static final int USUAL_DEPTH = 3;
    private static final int DEEPEST = 6;

    private Autodiff() {}

    /** {@return what an expression is a function of, before it has a point to be evaluated at} */
    public static ExpressionAnswer expression(ExpressionRequest request) {
        Program program = ExpressionParser.parse(request.expression());
        return new ExpressionAnswer(
                Printer.of(program),
                Latex.of(program),
                program.variables(),
                program.definitions().stream().map(Definition::name).toList());
    }

    /** Loads what the first question needs, so that nobody waits for it. */
    static void warmUp() {
        Gallery.Entry first = Gallery.ENTRIES.getFirst();
        trace(new TraceRequest(first.expression(), first.at(), first.output(), null, null));
    }

    /** {@return both traces} */
    public static TraceAnswer trace(TraceRequest request) {
        ExpressionAt at = ExpressionAt.of(request.expression(), request.at(), request.output());
        return new TraceWriter(at, NotationRequest.orStandard(request.notation())).write(request.tangents());
    }

    /** {@return the steps that are asked for} */
    public static StepsAnswer steps(StepsRequest request) {
        ExpressionAt at = ExpressionAt.of(request.expression(), request.at(), request.output());
        ExpressionStory story =
                story(at, request.mode(), request.seed(), NotationRequest.orStandard(request.notation()));
        int from = Within.of("/from", request.from(), 0, Integer.MAX_VALUE, 0);
        int count = Within.of("/count", request.count(), 0, MOST_STEPS, USUAL_STEPS);
        return StepWriter.write(story, from, count);
    }

    /** {@return where a number comes from} */
    public static ExplainAnswer explain(ExplainRequest request) {
        ExpressionAt at = ExpressionAt.of(request.expression(), request.at(), request.output());
        ExpressionStory story =
                story(at, request.mode(), request.seed(), NotationRequest.orStandard(request.notation()));
        int last = Math.max(0, story.size() - 1);
        int step = Within.of("/step", request.step(), 0, last, last);
        int depth = Within.of("/depth", request.depth(), 0, DEEPEST, USUAL_DEPTH);
        return StepWriter.write(explanation(story, request.address(), step, depth));
    }

    private static Explanation explanation(ExpressionStory story, String address, int step, int depth) {
        try {
            return Explanation.of(story, Address.parse(address), step, depth);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("/address", "/address: " + e.getMessage());
        }
    }

    private static ExpressionStory story(
            ExpressionAt at, @Nullable Mode mode, @Nullable String seed, Notation notation) {
        return switch (mode == null ? Mode.REVERSE : mode) {
            case REVERSE -> ExpressionStory.reverse(at.adjoints(), notation);
            case FORWARD ->
                ExpressionStory.forward(
                        TangentTrace.of(at.primal(), seed(at, seed)),
                        at.adjoints().output(),
                        notation);
        };
    }

    private static int seed(ExpressionAt at, @Nullable String seed) {
        List<String> inputs = at.list().inputs();
        if (inputs.isEmpty()) {
            throw new InvalidRequest(
                    "/mode", "/mode: forward needs an input to differentiate by; the expression has none");
        }
        if (seed != null && !inputs.contains(seed)) {
            throw new InvalidRequest("/seed", "/seed: must be one of " + String.join(", ", inputs) + ", was " + seed);
        }
        return at.list().indexOf(seed == null ? inputs.getFirst() : seed);
    }
}
