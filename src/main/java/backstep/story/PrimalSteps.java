package backstep.story;

import backstep.autodiff.Operand;
import backstep.autodiff.Operation;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The steps of a forward primal trace: the inputs, then one step an operation. */
final class PrimalSteps implements Steps {

    private final PrimalTrace primal;
    private final Script script;

    PrimalSteps(PrimalTrace primal, Script script) {
        this.primal = primal;
        this.script = script;
    }

    @Override
    public int size() {
        return list().inputCount() + list().operationCount();
    }

    @Override
    public Line line(int position) {
        int i = list().firstIndex() + position;
        return new Line(
                new Address.Value(i),
                reads(i),
                script.symbols().value(i).latex(),
                script.formulas().operation(i),
                script.formulas().operationWithNumbers(i),
                new Value.Scalar(primal.v(i)),
                primal.flag(i));
    }

    private List<Address> reads(int i) {
        return i < 1
                ? List.of()
                : operandVariables(i).<Address>map(Address.Value::new).toList();
    }

    private Stream<Integer> operandVariables(int i) {
        return list().operands(i).stream()
                .flatMap(operand -> operand instanceof Operand.Variable(int j) ? Stream.of(j) : Stream.empty());
    }

    @Override
    public Panel panel(int position) {
        int i = list().firstIndex() + position;
        return i < 1 ? inputPanel(i) : operationPanel(i);
    }

    @Override
    public PhaseSpan span(int from) {
        return new PhaseSpan(Phase.FORWARD, "Forward", from, size());
    }

    @Override
    public boolean makes(Address quantity) {
        return quantity instanceof Address.Value(int i) && i >= list().firstIndex() && i <= list().operationCount();
    }

    @Override
    public OptionalInt writer(Address quantity, int until) {
        return quantity instanceof Address.Value(int i)
                ? Steps.upTo(until, i - list().firstIndex())
                : OptionalInt.empty();
    }

    private Panel inputPanel(int i) {
        Symbol v = script.symbols().value(i);
        Symbol x = script.symbols().input(i);
        String number = script.numerals().latex(primal.v(i));
        Sentence why = Sentence.of("{} is given, so the trace starts from its value.", x);
        return new Panel(
                Sentence.of("Input {}", x),
                v.latex() + " = " + x.latex(),
                Optional.empty(),
                number,
                v.latex() + " = " + number,
                why,
                why,
                v.spoken() + " is the input " + x.spoken() + ", "
                        + script.numerals().spoken(primal.v(i)) + ".");
    }

    private Panel operationPanel(int i) {
        Line line = line(list().inputCount() - 1 + i);
        Sentence why = why(i);
        return new Panel(
                title(i),
                line.formula(),
                Optional.empty(),
                line.substituted(),
                line.symbol() + " = " + script.numerals().latex(line.number()),
                why,
                why,
                speech(i));
    }

    private Sentence title(int i) {
        return Sentence.of(
                "{}, the " + OperationWords.noun(list().operation(i)),
                script.symbols().value(i));
    }

    private Sentence why(int i) {
        if (primal.flag(i).isPresent()) {
            return Sentence.of(primal.flag(i).get().reason());
        }
        return operandVariables(i)
                .filter(j -> !Double.isFinite(primal.v(j)))
                .findFirst()
                .map(j -> Sentence.of(
                        "{} has no finite value, so nothing that is computed from it has one.",
                        script.symbols().familiar(j)))
                .orElseGet(() -> whyFinite(i));
    }

    private Sentence whyFinite(int i) {
        return isOutput(i)
                ? Sentence.of(
                        "{} is the output {}, so the forward pass ends here.",
                        script.symbols().value(i),
                        script.symbols().output())
                : nextUse(i)
                        .map(next -> readBy(i, next))
                        .orElseGet(() -> Sentence.of(OperationWords.whyValue(list().operation(i))));
    }

    private Sentence readBy(int i, int next) {
        String template = OperationWords.whyValue(list().operation(i)) + " The "
                + OperationWords.noun(list().operation(next)) + " {} reads it next.";
        return Sentence.of(template, script.symbols().value(next));
    }

    /** {@return the first operation that reads vᵢ} */
    private Optional<Integer> nextUse(int i) {
        return IntStream.rangeClosed(i + 1, list().operationCount())
                .filter(next -> list().operands(next).contains(new Operand.Variable(i)))
                .boxed()
                .findFirst();
    }

    private boolean isOutput(int i) {
        return i == list().operationCount()
                && list().outputs().get(script.output()).operand().equals(new Operand.Variable(i));
    }

    private String speech(int i) {
        Operation operation = list().operation(i);
        String symbols = OperationWords.spoken(operation, spokenSymbol(i, 0), spokenSymbol(i, 1));
        String numbers = OperationWords.spoken(operation, spokenNumber(i, 0), spokenNumber(i, 1));
        String value = script.numerals().spoken(primal.v(i));
        return script.symbols().value(i).spoken() + " is " + symbols + ": " + numbers + " is " + value + ".";
    }

    private String spokenSymbol(int i, int k) {
        return switch (list().operand(i, k)) {
            case Operand.Variable(int j) -> script.symbols().value(j).spoken();
            case Operand.Constant(double value, var _) -> script.numerals().spoken(value);
        };
    }

    private String spokenNumber(int i, int k) {
        return script.numerals().spoken(primal.operand(i, k));
    }

    private WengertList list() {
        return primal.list();
    }
}
