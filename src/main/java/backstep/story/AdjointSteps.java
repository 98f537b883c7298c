package backstep.story;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.Contribution;
import backstep.autodiff.Operand;
import backstep.autodiff.Operation;
import backstep.autodiff.WengertList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The steps of a reverse adjoint trace: the seed, then one step a contribution. */
final class AdjointSteps implements Steps {

    private final AdjointTrace adjoints;
    private final Script script;
    private final AdjointWords words;

    AdjointSteps(AdjointTrace adjoints, Script script) {
        this.adjoints = adjoints;
        this.script = script;
        this.words = new AdjointWords(adjoints, script);
    }

    @Override
    public int size() {
        return adjoints.size();
    }

    @Override
    public Line line(int k) {
        Contribution line = adjoints.line(k);
        return new Line(
                new Address.Adjoint(line.target()),
                reads(line),
                script.symbols().adjoint(line.target()).latex(),
                script.formulas().contribution(line),
                script.formulas().contributionWithNumbers(line, adjoints.adjoint(line.through())),
                new Value.Scalar(line.adjoint()),
                adjoints.flag(k));
    }

    private List<Address> reads(Contribution line) {
        if (line.isSeed()) {
            return List.of();
        }
        List<Address> reads = new ArrayList<>();
        if (line.ordinal() > 1) {
            reads.add(new Address.Adjoint(line.target()));
        }
        reads.add(new Address.Adjoint(line.through()));
        reads.addAll(DerivativeReads.of(list(), line.through(), line.operand()));
        return reads;
    }

    @Override
    public Panel panel(int k) {
        Contribution line = adjoints.line(k);
        return line.isSeed() ? seedPanel(line) : contributionPanel(k, line);
    }

    @Override
    public PhaseSpan span(int from) {
        return new PhaseSpan(Phase.BACKWARD, "Reverse", from, size());
    }

    @Override
    public boolean makes(Address quantity) {
        return quantity instanceof Address.Adjoint(int i) && i >= list().firstIndex() && i <= list().operationCount();
    }

    @Override
    public OptionalInt writer(Address quantity, int until) {
        return quantity instanceof Address.Adjoint(int i) ? adjoints.lineOf(i, until) : OptionalInt.empty();
    }

    private Panel seedPanel(Contribution line) {
        Symbol adjoint = script.symbols().adjoint(line.target());
        Symbol y = script.symbols().output();
        return new Panel(
                Sentence.of("The seed {}", adjoint),
                adjoint.latex() + " = \\frac{\\partial " + y.latex() + "}{\\partial " + y.latex() + "}",
                Optional.of(Symbols.bare(line.target()) + " = " + y.latex()),
                script.numerals().latex(1),
                adjoint.latex() + " = " + script.numerals().latex(1),
                words.whySeed(),
                Sentence.of("{} changes as fast as itself, so its adjoint is 1.", y),
                adjoint.spoken() + " is the seed, 1.");
    }

    private Panel contributionPanel(int k, Contribution line) {
        Symbol adjoint = script.symbols().adjoint(line.target());
        return new Panel(
                words.title(line),
                rule(line),
                Optional.of(here(line)),
                numbers(line),
                adjoint.latex() + " = " + script.numerals().latex(line.adjoint()),
                words.why(k, line),
                words.brief(k, line),
                speech(line));
    }

    /** v̄ⱼ ← v̄ⱼ + v̄ᵢ ∂vᵢ/∂vⱼ, without the first v̄ⱼ where this is the first line. */
    private String rule(Contribution line) {
        String adjoint = script.symbols().adjoint(line.target()).latex();
        String start = line.ordinal() == 1 ? adjoint + " = " : adjoint + " \\leftarrow " + adjoint + " + ";
        return start + script.symbols().adjoint(line.through()).latex() + "\\, " + partial(line);
    }

    /** {@return what vᵢ is, and so what its local derivative is} */
    private String here(Contribution line) {
        String operation = script.symbols().value(line.through()).latex() + " = "
                + script.formulas().operation(line.through());
        String derivative =
                script.formulas().derivative(line.through(), line.operand()).displayed();
        return operation + " \\;\\Rightarrow\\; " + partial(line) + " = " + derivative + side(line);
    }

    private static String partial(Contribution line) {
        return "\\frac{\\partial " + Symbols.bare(line.through()) + "}{\\partial " + Symbols.bare(line.target()) + "}";
    }

    /** {@return which operand is meant, where both are the same variable} */
    private String side(Contribution line) {
        boolean both = list().operands(line.through()).stream()
                        .filter(new Operand.Variable(line.target())::equals)
                        .count()
                > 1;
        return both ? "\\text{ by the " + (line.operand() == 0 ? "left" : "right") + " operand}" : "";
    }

    private String numbers(Contribution line) {
        String product = script.formulas().product(adjoints.adjoint(line.through()), line.partial());
        return line.ordinal() == 1
                ? product
                : "\\underbrace{" + script.numerals().latex(line.before()) + "}_{\\text{already there}} + \\underbrace{"
                        + product + "}_{\\text{this path}}";
    }

    private String speech(Contribution line) {
        Symbol adjoint = script.symbols().adjoint(line.target());
        String product = script.symbols().adjoint(line.through()).spoken() + " times " + slope(line);
        String numbers = spoken(adjoints.adjoint(line.through())) + " times " + spoken(line.partial());
        return line.ordinal() == 1
                ? adjoint.spoken() + " is " + product + ": " + numbers + " is " + spoken(line.adjoint()) + "."
                : adjoint.spoken() + " gets " + product + " added: " + spoken(line.before()) + " plus " + numbers
                        + " is " + spoken(line.adjoint()) + ".";
    }

    private String slope(Contribution line) {
        Operation operation = list().operation(line.through());
        return switch (operation) {
            case ADD, SUBTRACT, NEGATE -> spoken(line.partial());
            case MULTIPLY -> spoken(list().operand(line.through(), 1 - line.operand()));
            case DIVIDE,
                    POWER,
                    MIN,
                    MAX,
                    LN,
                    EXP,
                    SQRT,
                    SIN,
                    COS,
                    TAN,
                    ASIN,
                    ACOS,
                    ATAN,
                    SINH,
                    COSH,
                    TANH,
                    SIGMOID,
                    RELU,
                    ABS -> "the slope of the " + OperationWords.noun(operation);
        };
    }

    private String spoken(Operand operand) {
        return switch (operand) {
            case Operand.Variable(int i) -> script.symbols().value(i).spoken();
            case Operand.Constant(double value, var _) -> spoken(value);
        };
    }

    private String spoken(double number) {
        return script.numerals().spoken(number);
    }

    private WengertList list() {
        return adjoints.primal().list();
    }
}
