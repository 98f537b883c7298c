package backstep.server;

import backstep.autodiff.CentralDifference;
import backstep.autodiff.Contribution;
import backstep.autodiff.Hessian;
import backstep.autodiff.Jacobian;
import backstep.autodiff.Operand;
import backstep.autodiff.OperationCount;
import backstep.autodiff.Output;
import backstep.autodiff.TangentTrace;
import backstep.expression.Latex;
import backstep.expression.Printer;
import backstep.server.TraceAnswer.AdjointLineAnswer;
import backstep.server.TraceAnswer.CheckAnswer;
import backstep.server.TraceAnswer.InputAnswer;
import backstep.server.TraceAnswer.LineAnswer;
import backstep.server.TraceAnswer.OutputAnswer;
import backstep.story.Address;
import backstep.story.ExpressionStory;
import backstep.story.Line;
import backstep.story.NetworkAddress;
import backstep.story.Notation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes both traces of an expression as an answer. */
final class TraceWriter {

    /** How many tangent lines are written where a request does not say which inputs it wants them of. */
    private static final int MOST_TANGENT_LINES = 20_000;

    private final ExpressionAt at;
    private final Notation notation;
    private final ExpressionStory story;
    private final int primalSize;

    TraceWriter(ExpressionAt at, Notation notation) {
        this.at = at;
        this.notation = notation;
        this.story = ExpressionStory.reverse(at.adjoints(), notation);
        this.primalSize = at.list().inputCount() + at.list().operationCount();
    }

    TraceAnswer write(@Nullable List<String> tangents) {
        List<String> directions = directions(tangents);
        int output = at.adjoints().output();
        return new TraceAnswer(
                new TraceAnswer.Written(Printer.of(at.program()), Latex.of(at.program())),
                inputs(),
                at.list().outputs().stream().map(this::output).toList(),
                output,
                at.primal().output(output),
                gradient(),
                lines(story, 0, primalSize),
                adjoint(),
                tangents(directions),
                new GraphWriter(at, notation).write(),
                CentralDifference.of(at.adjoints()).stream()
                        .map(TraceWriter::check)
                        .toList(),
                Jacobian.of(at.primal()),
                Hessian.of(at.adjoints()),
                new TraceAnswer.Operations(
                        OperationCount.ofPrimal(at.list()), OperationCount.ofReverse(at.adjoints())));
    }

    private List<InputAnswer> inputs() {
        return at.list().inputs().stream()
                .map(name -> input(name, at.list().indexOf(name)))
                .toList();
    }

    private InputAnswer input(String name, int i) {
        return new InputAnswer(name, "v" + i, Latex.name(name), at.primal().v(i));
    }

    private OutputAnswer output(Output output) {
        String v = output.operand() instanceof Operand.Variable(int i) ? "v" + i : null;
        return new OutputAnswer(
                output.name(), v, Latex.name(output.name()), at.primal().value(output.operand()));
    }

    private Map<String, Double> gradient() {
        Map<String, Double> gradient = new LinkedHashMap<>();
        for (String name : at.list().inputs()) {
            gradient.put(name, at.adjoints().adjoint(at.list().indexOf(name)));
        }
        return gradient;
    }

    private List<AdjointLineAnswer> adjoint() {
        return IntStream.range(0, at.adjoints().size())
                .mapToObj(this::adjointLine)
                .toList();
    }

    private AdjointLineAnswer adjointLine(int k) {
        Contribution contribution = at.adjoints().line(k);
        LineAnswer line = line(story, primalSize + k);
        return new AdjointLineAnswer(
                line.step(),
                line.v(),
                line.address(),
                line.formula(),
                line.operation(),
                line.substituted(),
                line.value(),
                line.reads(),
                line.flag(),
                line.reason(),
                "v" + contribution.target(),
                contribution.amount(),
                contribution.isSeed() ? null : "v" + contribution.through(),
                contribution.operand(),
                contribution.partial(),
                contribution.last());
    }

    private List<String> directions(@Nullable List<String> wanted) {
        List<String> inputs = at.list().inputs();
        if (wanted == null) {
            requireFew(inputs.size());
            return inputs;
        }
        for (int k = 0; k < wanted.size(); k++) {
            if (!inputs.contains(wanted.get(k))) {
                String pointer = "/tangents/" + k;
                throw new InvalidRequest(
                        pointer, pointer + ": must be one of " + String.join(", ", inputs) + ", was " + wanted.get(k));
            }
        }
        return wanted;
    }

    private void requireFew(int directions) {
        if ((long) directions * primalSize > MOST_TANGENT_LINES) {
            throw new InvalidRequest(
                    "/tangents",
                    "/tangents: the tangent traces of " + directions + " inputs have " + directions * primalSize
                            + " lines, more than " + MOST_TANGENT_LINES
                            + "; name the inputs whose traces are wanted, or give [] for none");
        }
    }

    private Map<String, List<LineAnswer>> tangents(List<String> directions) {
        Map<String, List<LineAnswer>> tangents = new LinkedHashMap<>();
        for (String name : directions) {
            TangentTrace trace = TangentTrace.of(at.primal(), at.list().indexOf(name));
            ExpressionStory forward =
                    ExpressionStory.forward(trace, at.adjoints().output(), notation);
            tangents.put(name, lines(forward, primalSize, forward.size()));
        }
        return tangents;
    }

    private static List<LineAnswer> lines(ExpressionStory story, int from, int to) {
        return IntStream.range(from, to).mapToObj(index -> line(story, index)).toList();
    }

    private static LineAnswer line(ExpressionStory story, int index) {
        Line line = story.line(index);
        return new LineAnswer(
                index,
                name(line.quantity()),
                line.quantity().toString(),
                line.formula(),
                line.operation(),
                line.substituted(),
                line.number(),
                line.reads().stream().map(TraceWriter::name).toList(),
                StepWriter.flag(line.flag()),
                StepWriter.reason(line.flag()));
    }

    /** {@return what a line calls a quantity: v3, vbar0 or vdot3} */
    private static String name(Address quantity) {
        return switch (quantity) {
            case Address.Value(int i) -> "v" + i;
            case Address.Adjoint(int i) -> "vbar" + i;
            case Address.Tangent(var _, int i) -> "vdot" + i;
            case NetworkAddress other -> other.toString();
        };
    }

    private static CheckAnswer check(CentralDifference check) {
        return new CheckAnswer(
                check.input(), check.derivative(), check.difference(), check.relativeError(), check.step());
    }
}
