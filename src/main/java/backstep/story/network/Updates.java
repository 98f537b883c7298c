package backstep.story.network;

import static backstep.story.network.UpdateTables.D;
import static backstep.story.network.UpdateTables.NEW_THETA;
import static backstep.story.network.UpdateTables.THETA;

import backstep.network.Sign;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;

/** Tells Θ⁽ˡ⁾ ← Θ⁽ˡ⁾ − η ∂J/∂Θ⁽ˡ⁾; with the sign of the log-likelihood, where the data part is added. */
final class Updates {

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

    Telling of(Piece piece) {
        boolean isOne = piece.isEntry();
        String data =
                isOne ? "\\frac{" + piece.numbers(sum) + "}{" + n + "}" : "\\frac{1}{" + n + "} " + piece.numbers(sum);
        return draft(piece, data)
                .title("New " + piece.newWords(), piece.wordSymbols())
                .why(
                        isOne
                                ? why(piece)
                                : Sentence.of(
                                        "Each weight takes a small step in the direction in which the cost falls."))
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

    private Draft draft(Piece piece, String data) {
        boolean apart = isApart(piece);
        String change = apart
                ? "\\left(\\frac{1}{" + n + "} " + piece.symbol(sum) + " - " + penalty.symbols(piece.symbol(THETA), "-")
                        + "\\right)"
                : piece.symbol(D);
        String step = rate + " \\times "
                + (apart ? "\\left(" + data + " - " + penalty.numbers(piece, "-") + "\\right)" : piece.grouped(D));
        String sign = isLoss ? " - " : " + ";
        String eta = ScheduledRate.symbol(script) + "\\, ";
        String theta = piece.symbol(THETA);
        String numbers = piece.numbers(THETA);
        return new Draft(script, piece.of(NEW_THETA))
                .reads(piece.reads(THETA), ScheduledRate.reads(script), piece.reads(apart ? sum : D))
                .rule(theta + " \\leftarrow " + theta + sign + eta + change)
                .formula(theta + sign + eta + change, numbers + sign + step)
                .numbers(Formulas.named(numbers, "before") + sign + Formulas.named(step, "step"));
    }

    /** {@return whether data and penalty have different signs in the update} */
    private boolean isApart(Piece piece) {
        return !isLoss && penalty.isThere() && piece.isPenalised();
    }
}
