package backstep.story.network;

import backstep.network.Sign;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkAddress.Table;
import backstep.story.Sentence;
import java.util.List;

/** Tells Θ⁽ˡ⁾ ← Θ⁽ˡ⁾ − η ∂J/∂Θ⁽ˡ⁾; with the sign of the log-likelihood, where the data part is added. */
final class Updates {

    private final Script script;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Tables old;
    private final Tables now;
    private final Tables d;
    private final Tables sum;
    private final double rate;
    private final double lambda;
    private final int n;
    private final boolean isLoss;

    Updates(Script script) {
        this.script = script;
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.n = script.quantities().examples();
        this.rate = script.quantities().update().learningRate();
        this.lambda = script.quantities().setting().lambda();
        this.isLoss = script.quantities().setting().sign() == Sign.LOSS;
        this.old = new Tables(script, new Table.Weights(0));
        this.now = new Tables(script, new Table.Weights(1));
        this.d = new Tables(script, new Table.Gradient());
        this.sum = new Tables(script, Table.Sum.after(n));
    }

    Telling entry(int l, int i, int j) {
        boolean apart = isApart() && j != 0;
        String step = apart
                ? "\\left(\\frac{" + formulas.number(sum.number(l, i, j)) + "}{" + n + "} - " + formulas.number(lambda)
                        + " \\times " + formulas.grouped(old.number(l, i, j)) + "\\right)"
                : formulas.grouped(d.number(l, i, j));
        return draft(
                        now.entry(l, i, j),
                        old.entry(l, i, j),
                        change(d.entry(l, i, j), sum.entry(l, i, j), old.entry(l, i, j), apart),
                        formulas.number(old.number(l, i, j)),
                        step)
                .title("New {}", symbols.of(old.entry(l, i, j)))
                .reads(List.of(old.entry(l, i, j)), List.of(apart ? sum.entry(l, i, j) : d.entry(l, i, j)))
                .why(why(l, i, j))
                .telling();
    }

    private Sentence why(int l, int i, int j) {
        double before = old.number(l, i, j);
        double after = now.number(l, i, j);
        if (after == before) {
            return Sentence.of("{} stays as it is: a step along its slope changes nothing.", old.brief(l, i, j));
        }
        return Sentence.of(
                "A " + (after > before ? "larger" : "smaller")
                        + " {} lowers the cost, so it takes a small step that way.",
                old.brief(l, i, j));
    }

    Telling row(int l, int i) {
        boolean apart = isApart();
        String step = apart
                ? "\\left(\\frac{1}{" + n + "} " + sum.rowNumbers(l, i) + " - " + formulas.number(lambda) + " \\times "
                        + formulas.row(old.columns(l), j -> j == 0 ? 0 : old.number(l, i, j)) + "\\right)"
                : d.rowNumbers(l, i);
        List<Address> slopes = script.reads().row(apart ? sum.table() : d.table(), l, i);
        return draft(
                        now.row(l, i),
                        old.row(l, i),
                        change(d.row(l, i), sum.row(l, i), old.row(l, i), apart),
                        old.rowNumbers(l, i),
                        step)
                .title("New weights into " + script.names().unit(l + 1, i))
                .reads(script.reads().row(old.table(), l, i), slopes)
                .why(against())
                .telling();
    }

    Telling whole(int l) {
        boolean apart = isApart();
        String step = apart
                ? "\\left(\\frac{1}{" + n + "} " + sum.numbers(l) + " - " + formulas.number(lambda) + " "
                        + Formulas.matrix(
                                old.rows(l),
                                old.columns(l),
                                (i, j) -> formulas.number(j == 0 ? 0 : old.number(l, i + 1, j)))
                        + "\\right)"
                : d.numbers(l);
        return draft(
                        now.whole(l),
                        old.whole(l),
                        change(d.whole(l), sum.whole(l), old.whole(l), apart),
                        old.numbers(l),
                        step)
                .title("New weights into " + script.names().layer(l + 1))
                .reads(List.of(old.whole(l), apart ? sum.whole(l) : d.whole(l)))
                .why(against())
                .telling();
    }

    /** {@return whether data and penalty have different signs in the update} */
    private boolean isApart() {
        return !isLoss && lambda != 0;
    }

    private String change(NetworkAddress gradient, NetworkAddress accumulated, NetworkAddress weights, boolean apart) {
        return apart
                ? "\\left(\\frac{1}{" + n + "} " + symbols.latex(accumulated) + " - \\lambda\\, "
                        + symbols.latex(weights) + "\\right)"
                : symbols.latex(gradient);
    }

    private Draft draft(NetworkAddress quantity, NetworkAddress before, String change, String numbers, String step) {
        String sign = isLoss ? " - " : " + ";
        String theta = symbols.latex(before);
        return new Draft(script, quantity)
                .rule(theta + " \\leftarrow " + theta + sign + "\\eta\\, " + change)
                .formula(
                        theta + sign + "\\eta\\, " + change,
                        numbers + sign + formulas.number(rate) + " \\times " + step)
                .numbers(Formulas.named(numbers, "before")
                        + sign
                        + Formulas.named(formulas.number(rate) + " \\times " + step, "step"));
    }

    private static Sentence against() {
        return Sentence.of("Each weight takes a small step in the direction in which the cost falls.");
    }
}
