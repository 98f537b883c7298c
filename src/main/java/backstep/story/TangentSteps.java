package backstep.story;

import backstep.autodiff.Operand;
import backstep.autodiff.TangentTrace;
import backstep.autodiff.WengertList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The steps of a forward tangent trace: the seed at the inputs, then one step an operation. */
final class TangentSteps implements Steps {

    private final TangentTrace tangents;
    private final Script script;
    private final String input;

    TangentSteps(TangentTrace tangents, Script script) {
        this.tangents = tangents;
        this.script = script;
        this.input = list().input(tangents.input());
    }

    @Override
    public int size() {
        return list().inputCount() + list().operationCount();
    }

    @Override
    public Line line(int position) {
        int i = list().firstIndex() + position;
        return new Line(
                new Address.Tangent(input, i),
                reads(i),
                symbol(i).latex(),
                script.formulas().tangent(tangents, i),
                script.formulas().tangentWithNumbers(tangents, i),
                new Value.Scalar(tangents.tangent(i)),
                tangents.flag(i));
    }

    private List<Address> reads(int i) {
        List<Address> reads = new ArrayList<>();
        for (int k = 0; i >= 1 && k < list().operation(i).arity(); k++) {
            if (list().operand(i, k) instanceof Operand.Variable(int j)) {
                reads.add(new Address.Tangent(input, j));
                reads.addAll(DerivativeReads.of(list(), i, k));
            }
        }
        return reads.stream().distinct().toList();
    }

    @Override
    public Panel panel(int position) {
        int i = list().firstIndex() + position;
        Line line = line(position);
        Sentence why = why(i);
        return new Panel(
                title(i),
                rule(i),
                i < 1 ? Optional.empty() : Optional.of(line.formula()),
                line.substituted(),
                line.symbol() + " = " + script.numerals().latex(line.number()),
                why,
                why,
                symbol(i).spoken() + " is " + script.numerals().spoken(line.number()) + ".");
    }

    @Override
    public PhaseSpan span(int from) {
        return new PhaseSpan(Phase.FORWARD, "Tangent", from, size());
    }

    @Override
    public boolean makes(Address quantity) {
        return quantity instanceof Address.Tangent(String direction, int i)
                && direction.equals(input)
                && i >= list().firstIndex()
                && i <= list().operationCount();
    }

    @Override
    public OptionalInt writer(Address quantity, int until) {
        return quantity instanceof Address.Tangent(var _, int i)
                ? Steps.upTo(until, i - list().firstIndex())
                : OptionalInt.empty();
    }

    private Sentence title(int i) {
        return i == tangents.input() ? Sentence.of("The seed {}", symbol(i)) : Sentence.of("Tangent {}", symbol(i));
    }

    /** v̇ᵢ = Σ ∂vᵢ/∂vⱼ v̇ⱼ over the operands of vᵢ; at an input ∂vᵢ/∂x. */
    private String rule(int i) {
        String x = script.symbols().input(tangents.input()).latex();
        String partial = "\\frac{\\partial " + Symbols.bare(i) + "}{\\partial " + x + "}";
        if (i < 1) {
            return symbol(i).latex() + " = " + partial;
        }
        List<String> terms = new ArrayList<>();
        for (Operand operand : list().operands(i)) {
            if (operand instanceof Operand.Variable(int j)) {
                terms.add("\\frac{\\partial " + Symbols.bare(i) + "}{\\partial " + Symbols.bare(j) + "}\\, "
                        + symbol(j).latex());
            }
        }
        return symbol(i).latex() + " = " + (terms.isEmpty() ? partial : String.join(" + ", terms));
    }

    private Sentence why(int i) {
        Symbol x = script.symbols().input(tangents.input());
        Symbol familiar = script.symbols().familiar(i);
        if (tangents.flag(i).isPresent()) {
            return Sentence.of(tangents.flag(i).get().reason());
        }
        if (i == tangents.input()) {
            return Sentence.of(
                    "The derivative is taken by {}, so its tangent starts at 1 and every other input's at 0.", x);
        }
        if (!tangents.depends(i)) {
            return Sentence.of("{} does not change when {} does, so its tangent is 0.", familiar, x);
        }
        return Double.isFinite(tangents.tangent(i))
                ? Sentence.of(
                        "{} changes with {} through its operands: each one's tangent times its local derivative.",
                        familiar,
                        x)
                : Sentence.of("A number that this line reads is not finite, so its result is not finite either.");
    }

    private Symbol symbol(int i) {
        return script.symbols().tangent(input, i);
    }

    private WengertList list() {
        return tangents.primal().list();
    }
}
