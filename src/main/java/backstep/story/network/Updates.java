package backstep.story.network;

import backstep.network.Sign;
import backstep.story.NetworkAddress.Table;
import backstep.story.Sentence;

/** Tells Θ⁽ˡ⁾ ← Θ⁽ˡ⁾ − η ∂J/∂Θ⁽ˡ⁾; with the sign of the log-likelihood, where the data part is added. */
final class Updates {

    private static final Table D = new Table.Gradient();
    private static final Table THETA = new Table.Weights(0);
    private static final Table NEW_THETA = new Table.Weights(1);

    private final Script script;
    private final PenaltyFormula penalty;
    private final Table sum;
    private final String rate;
    private final int n;
    private final boolean isLoss;

    Updates(Script script) {
        this.script = script;
        this.penalty = PenaltyFormula.of(script);
        this.n = script.quantities().examples();
        this.rate = script.formulas().number(script.quantities().update().learningRate());
        this.isLoss = script.quantities().setting().sign() == Sign.LOSS;
        this.sum = Table.Sum.after(n);
    }

    Telling entry(int l, int i, int j) {
        Piece piece = Piece.entry(script, l, i, j);
        return draft(piece, "\\frac{" + piece.numbers(sum) + "}{" + n + "}")
                .title("New {}", script.symbols().of(piece.of(THETA)))
                .why(why(piece))
                .telling();
    }

    private Sentence why(Piece piece) {
        double before = piece.number(THETA);
        double after = piece.number(NEW_THETA);
        var weight = script.symbols().brief(piece.entry(THETA));
        if (after == before) {
            return Sentence.of("{} stays as it is: a step along its slope changes nothing.", weight);
        }
        return Sentence.of(
                "A " + (after > before ? "larger" : "smaller")
                        + " {} lowers the cost, so it takes a small step that way.",
                weight);
    }

    Telling row(int l, int i) {
        return several(Piece.row(script, l, i))
                .title("New weights into " + script.names().unit(l + 1, i))
                .telling();
    }

    Telling whole(int l) {
        return several(Piece.whole(script, l))
                .title("New weights into " + script.names().layer(l + 1))
                .telling();
    }

    private Draft several(Piece piece) {
        return draft(piece, "\\frac{1}{" + n + "} " + piece.numbers(sum))
                .why("Each weight takes a small step in the direction in which the cost falls.");
    }

    private Draft draft(Piece piece, String data) {
        boolean apart = isApart(piece);
        String change = apart
                ? "\\left(\\frac{1}{" + n + "} " + piece.symbol(sum) + " - " + penalty.symbols(piece.symbol(THETA), "-")
                        + "\\right)"
                : piece.symbol(D);
        String step = rate + " \\times "
                + (apart ? "\\left(" + data + " - " + penalty.numbers(piece, "-") + "\\right)" : piece.grouped(D));
        String sign = isLoss ? " - " : " + ";
        String theta = piece.symbol(THETA);
        String numbers = piece.numbers(THETA);
        return new Draft(script, piece.of(NEW_THETA))
                .reads(piece.reads(THETA), piece.reads(apart ? sum : D))
                .rule(theta + " \\leftarrow " + theta + sign + "\\eta\\, " + change)
                .formula(theta + sign + "\\eta\\, " + change, numbers + sign + step)
                .numbers(Formulas.named(numbers, "before") + sign + Formulas.named(step, "step"));
    }

    /** {@return whether data and penalty have different signs in the update} */
    private boolean isApart(Piece piece) {
        return !isLoss && penalty.isThere() && !piece.isBias();
    }
}
