package backstep.story;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.TangentTrace;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The story of an expression: its forward primal trace, followed by the reverse adjoint trace of an output or by the forward
 * tangent trace of an input.
 */
public final class ExpressionStory implements Story {

    private final Steps values;
    private final Steps derivatives;

    private ExpressionStory(Steps values, Steps derivatives) {
        this.values = values;
        this.derivatives = derivatives;
    }

    /** {@return the primal trace, then the adjoint trace} */
    public static ExpressionStory reverse(AdjointTrace adjoints, Notation notation) {
        PrimalTrace primal = adjoints.primal();
        Script script = Script.of(primal, adjoints.output(), notation);
        return new ExpressionStory(new PrimalSteps(primal, script), new AdjointSteps(adjoints, script));
    }

    /**
     * {@return the primal trace, then the tangent trace}
     *
     * @param output the output that the story is about, from 0
     */
    public static ExpressionStory forward(TangentTrace tangents, int output, Notation notation) {
        PrimalTrace primal = tangents.primal();
        Script script = Script.of(primal, output, notation);
        return new ExpressionStory(new PrimalSteps(primal, script), new TangentSteps(tangents, script));
    }

    @Override
    public int size() {
        return values.size() + derivatives.size();
    }

    @Override
    public Line line(int index) {
        return trace(index).line(index - from(index));
    }

    @Override
    public Step step(int index) {
        Steps trace = trace(index);
        int k = index - from(index);
        return new Step(index, trace.span(0).phase(), trace.line(k), trace.panel(k));
    }

    private Steps trace(int index) {
        return Objects.checkIndex(index, size()) < values.size() ? values : derivatives;
    }

    /** {@return the index of the first step of the trace that step {@code index} belongs to} */
    private int from(int index) {
        return index < values.size() ? 0 : values.size();
    }

    @Override
    public List<PhaseSpan> phases() {
        return List.of(values.span(0), derivatives.span(values.size()));
    }

    @Override
    public OptionalInt writer(Address quantity, int until) {
        if (values.makes(quantity)) {
            return values.writer(quantity, until);
        }
        if (!derivatives.makes(quantity)) {
            throw new IllegalArgumentException("this story has no " + quantity);
        }
        OptionalInt writer = derivatives.writer(quantity, until - values.size());
        return writer.isPresent() ? OptionalInt.of(values.size() + writer.getAsInt()) : writer;
    }
}
