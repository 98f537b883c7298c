package backstep.story.network;

import static backstep.story.network.Formulas.named;

import backstep.network.Sign;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;
import java.util.List;

/** Tells D⁽ˡ⁾ = Δ⁽ˡ⁾/n + λ Θ⁽ˡ⁾ + λ₁ sign Θ⁽ˡ⁾, in column 0 without the penalty. */
final class Gradients {

    private static final Table D = new Table.Gradient();
    private static final Table THETA = new Table.Weights(0);

    private final Script script;
    private final PenaltyFormula penalty;
    private final Table sum;
    private final int n;

    Gradients(Script script) {
        this.script = script;
        this.penalty = PenaltyFormula.of(script);
        this.n = script.quantities().examples();
        this.sum = Table.Sum.after(n);
    }

    Telling entry(int l, int i, int j) {
        Piece piece = Piece.entry(script, l, i, j);
        return draft(piece, "\\frac{" + piece.numbers(sum) + "}{" + n + "}")
                .title("Gradient by {}", script.symbols().of(piece.of(THETA)))
                .why(why(piece))
                .telling();
    }

    Telling row(int l, int i) {
        return several(Piece.row(script, l, i))
                .title("Gradient of the weights into " + script.names().unit(l + 1, i))
                .telling();
    }

    Telling whole(int l) {
        return several(Piece.whole(script, l))
                .title("Gradient of all weights of layer " + (l + 1))
                .telling();
    }

    private Draft several(Piece piece) {
        boolean penalised = penalty.isThere() && piece.isPenalised();
        Draft draft = draft(piece, "\\frac{1}{" + n + "} " + piece.numbers(sum))
                .why(
                        penalised
                                ? "The average over the examples says what the data ask for; the penalty asks for smaller weights."
                                : "The sum over the examples becomes their average.");
        return penalised ? draft.here("\\text{column 0, the bias weights, costs no penalty}") : draft;
    }

    private Draft draft(Piece piece, String data) {
        boolean penalised = penalty.isThere() && piece.isPenalised();
        String symbols = "\\frac{1}{" + n + "} " + piece.symbol(sum);
        Draft draft =
                new Draft(script, piece.of(D)).reads(piece.reads(sum), penalised ? piece.reads(THETA) : List.of());
        if (!penalised) {
            return draft.formula(symbols, data).numbers(named(data, "data part"));
        }
        String numbers = penalty.numbers(piece, "+");
        return draft.formula(symbols + " + " + penalty.symbols(piece.symbol(THETA), "+"), data + " + " + numbers)
                .numbers(named(data, "data part") + " + " + named(numbers, "penalty part"));
    }

    private Sentence why(Piece piece) {
        if (penalty.isThere() && !piece.isPenalised() && !piece.isBias()) {
            return Sentence.of("γ and β are averaged like other weights, but cost no penalty.");
        }
        if (penalty.isThere() && piece.isBias()) {
            return Sentence.of("A bias weight is averaged like the others, but costs no penalty.");
        }
        var weight = script.symbols().brief(piece.entry(THETA));
        if (script.quantities().setting().sign() == Sign.LOG_LIKELIHOOD) {
            return Sentence.of(
                    "The average over the examples is how fast the likelihood grows with {}"
                            + (penalty.isThere() ? ", and the penalty is kept beside it." : "."),
                    weight);
        }
        double slope = piece.number(D);
        return slope == 0
                ? Sentence.of("A small change of {} would not change the cost.", weight)
                : Sentence.of(
                        "Over all examples a larger {} would " + (slope > 0 ? "raise" : "lower") + " the cost.",
                        weight);
    }
}
