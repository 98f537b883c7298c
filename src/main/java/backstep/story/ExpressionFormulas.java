package backstep.story;

import backstep.autodiff.Contribution;
import backstep.autodiff.Operand;
import backstep.autodiff.Operation;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.TangentTrace;
import java.util.ArrayList;
import java.util.List;

/** The formulas of the traces of one Wengert list, in symbols and with their numbers. */
public final class ExpressionFormulas {

    private static final Term NONE = Term.atom("");

    private final PrimalTrace primal;
    private final Symbols symbols;
    private final Numerals numerals;

    ExpressionFormulas(PrimalTrace primal, Symbols symbols, Numerals numerals) {
        this.primal = primal;
        this.symbols = symbols;
        this.numerals = numerals;
    }

    /** {@return the right side of vᵢ = …: the input's own name, or the operation with its operands} */
    String operation(int i) {
        return i < 1 ? symbols.input(i).latex() : OperationFormula.of(operationOf(i), symbol(i, 0), symbol(i, 1));
    }

    /** {@return the same with numbers} */
    String operationWithNumbers(int i) {
        return i < 1 ? numerals.latex(primal.v(i)) : OperationFormula.of(operationOf(i), number(i, 0), number(i, 1));
    }

    /** {@return ∂vᵢ/∂(operand k) in symbols} */
    DerivativeFormula derivative(int i, int k) {
        Term value = Term.atom(symbols.value(i).latex());
        return DerivativeFormula.of(operationOf(i), k, symbol(i, 0), symbol(i, 1), value);
    }

    /** {@return the right side of an adjoint line, v̄ⱼ + v̄ᵢ ∂vᵢ/∂vⱼ} */
    String contribution(Contribution line) {
        if (line.isSeed()) {
            return "1";
        }
        String product = derivative(line.through(), line.operand())
                .times(symbols.adjoint(line.through()).latex());
        return line.ordinal() == 1 ? product : symbols.adjoint(line.target()).latex() + " + " + product;
    }

    /** {@return the same with numbers} */
    String contributionWithNumbers(Contribution line, double through) {
        if (line.isSeed()) {
            return numerals.latex(1);
        }
        String product = product(through, line.partial());
        return line.ordinal() == 1 ? product : numerals.latex(line.before()) + " + " + product;
    }

    /** {@return two numbers multiplied} */
    String product(double left, double right) {
        return numerals.latex(left) + " \\times " + term(right).grouped();
    }

    /** {@return the right side of v̇ᵢ = Σ ∂vᵢ/∂vⱼ v̇ⱼ} */
    String tangent(TangentTrace tangents, int i) {
        if (i < 1) {
            return i == tangents.input() ? "1" : "0";
        }
        String input = primal.list().input(tangents.input());
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < operationOf(i).arity(); k++) {
            if (primal.list().operand(i, k) instanceof Operand.Variable(int j)) {
                terms.add(derivative(i, k).times(symbols.tangent(input, j).latex()));
            }
        }
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }

    /** {@return the same with numbers} */
    String tangentWithNumbers(TangentTrace tangents, int i) {
        List<String> terms = new ArrayList<>();
        for (int k = 0; i >= 1 && k < operationOf(i).arity(); k++) {
            if (primal.list().operand(i, k) instanceof Operand.Variable(int j)) {
                terms.add(product(tangents.tangent(j), primal.partial(i, k)));
            }
        }
        return terms.isEmpty() ? numerals.latex(tangents.tangent(i)) : String.join(" + ", terms);
    }

    private Operation operationOf(int i) {
        return primal.list().operation(i);
    }

    private Term symbol(int i, int k) {
        if (k >= operationOf(i).arity()) {
            return NONE;
        }
        return switch (primal.list().operand(i, k)) {
            case Operand.Variable(int j) -> Term.atom(symbols.value(j).latex());
            case Operand.Constant constant -> constant(constant);
        };
    }

    private Term number(int i, int k) {
        if (k >= operationOf(i).arity()) {
            return NONE;
        }
        return switch (primal.list().operand(i, k)) {
            case Operand.Variable(int j) -> term(primal.v(j));
            case Operand.Constant constant -> constant(constant);
        };
    }

    private Term term(double number) {
        return new Term(numerals.latex(number), numerals.isCompound(number));
    }

    private static Term constant(Operand.Constant constant) {
        return new Term(
                constant.latex(),
                constant.latex().startsWith("-") || constant.latex().contains("\\times"));
    }
}
