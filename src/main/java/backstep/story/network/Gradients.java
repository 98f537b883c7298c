package backstep.story.network;

import static backstep.story.network.Formulas.named;

import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkAddress.Table;
import backstep.story.Sentence;
import java.util.List;

/** Tells D⁽ˡ⁾ = Δ⁽ˡ⁾/n + λ Θ⁽ˡ⁾, in column 0 without the penalty. */
final class Gradients {

    private final Script script;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Tables d;
    private final Tables sum;
    private final Tables theta;
    private final int n;
    private final double lambda;

    Gradients(Script script) {
        this.script = script;
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.n = script.quantities().examples();
        this.lambda = script.quantities().setting().lambda();
        this.d = new Tables(script, new Table.Gradient());
        this.sum = new Tables(script, Table.Sum.after(n));
        this.theta = new Tables(script, new Table.Weights(0));
    }

    Telling entry(int l, int i, int j) {
        boolean penalised = lambda != 0 && j != 0;
        NetworkAddress.Entry old = sum.entry(l, i, j);
        String data = "\\frac{" + formulas.number(sum.number(l, i, j)) + "}{" + n + "}";
        String penalty = formulas.number(lambda) + " \\times " + formulas.grouped(theta.number(l, i, j));
        return new Draft(script, d.entry(l, i, j))
                .title("Gradient by {}", symbols.of(theta.entry(l, i, j)))
                .reads(List.of(old), penalised ? List.of(theta.entry(l, i, j)) : List.of())
                .formula(
                        symbol(symbols.latex(old), symbols.latex(theta.entry(l, i, j)), penalised),
                        penalised ? data + " + " + penalty : data)
                .numbers(
                        penalised
                                ? named(data, "data part") + " + " + named(penalty, "penalty part")
                                : named(data, "data part"))
                .why(why(l, i, j))
                .telling();
    }

    private Sentence why(int l, int i, int j) {
        if (lambda == 0 || j != 0) {
            double slope = d.number(l, i, j);
            String name = script.quantities().setting().sign() == backstep.network.Sign.LOSS ? "cost" : "";
            if (!name.isEmpty()) {
                return slope == 0
                        ? Sentence.of("A small change of {} would not change the cost.", theta.brief(l, i, j))
                        : Sentence.of(
                                "Over all examples a larger {} would " + (slope > 0 ? "raise" : "lower") + " the cost.",
                                theta.brief(l, i, j));
            }
            return Sentence.of(
                    "The average over the examples is how fast the likelihood grows with {}"
                            + (lambda == 0 ? "." : ", and the penalty is kept beside it."),
                    theta.brief(l, i, j));
        }
        return Sentence.of("A bias weight is averaged like the others, but costs no penalty.");
    }

    Telling row(int l, int i) {
        List<Address> weights = lambda == 0 ? List.of() : script.reads().row(theta.table(), l, i);
        String data = "\\frac{1}{" + n + "} " + sum.rowNumbers(l, i);
        String penalty = formulas.number(lambda) + " \\times "
                + formulas.row(theta.columns(l), j -> j == 0 ? 0 : theta.number(l, i, j));
        return draft(
                        d.row(l, i),
                        "Gradient of the weights into " + script.names().unit(l + 1, i),
                        data,
                        penalty)
                .reads(script.reads().row(sum.table(), l, i), weights)
                .formula(
                        symbol(symbols.latex(sum.row(l, i)), symbols.latex(theta.row(l, i)), lambda != 0),
                        both(data, penalty))
                .telling();
    }

    Telling whole(int l) {
        String data = "\\frac{1}{" + n + "} " + sum.numbers(l);
        String penalty = formulas.number(lambda) + " "
                + Formulas.matrix(
                        theta.rows(l),
                        theta.columns(l),
                        (i, j) -> formulas.number(j == 0 ? 0 : theta.number(l, i + 1, j)));
        return draft(d.whole(l), "Gradient of all weights of layer " + (l + 1), data, penalty)
                .reads(List.of(sum.whole(l)), lambda == 0 ? List.of() : List.of(theta.whole(l)))
                .formula(
                        symbol(symbols.latex(sum.whole(l)), symbols.latex(theta.whole(l)), lambda != 0),
                        both(data, penalty))
                .telling();
    }

    private Draft draft(NetworkAddress quantity, String title, String data, String penalty) {
        Draft draft = new Draft(script, quantity)
                .title(title)
                .numbers(
                        lambda == 0
                                ? named(data, "data part")
                                : named(data, "data part") + " + " + named(penalty, "penalty part"))
                .why(
                        lambda == 0
                                ? "The sum over the examples becomes their average."
                                : "The average over the examples says what the data ask for; the penalty asks for smaller weights.");
        return lambda == 0 ? draft : draft.here("\\text{column 0, the bias weights, costs no penalty}");
    }

    private String both(String data, String penalty) {
        return lambda == 0 ? data : data + " + " + penalty;
    }

    private String symbol(String accumulated, String weights, boolean penalised) {
        return "\\frac{1}{" + n + "} " + accumulated + (penalised ? " + \\lambda\\, " + weights : "");
    }
}
