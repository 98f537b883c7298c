package backstep.story.network;

import static backstep.story.network.UpdateTables.CORRECTED_MEAN;
import static backstep.story.network.UpdateTables.CORRECTED_MEAN_SQUARE;
import static backstep.story.network.UpdateTables.after;

import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;
import backstep.training.RunningMeans;
import backstep.training.UpdateSetting;

/** Tells m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). */
final class Corrections {

    private final Script script;
    private final Formulas formulas;
    private final UpdateSetting setting;

    Corrections(Script script) {
        this.script = script;
        this.formulas = script.formulas();
        this.setting = script.quantities().update().setting();
    }

    Telling mean(Piece piece) {
        return corrected(piece, CORRECTED_MEAN, Memory.MEAN, "\\beta_{1}", means().beta1());
    }

    Telling meanSquare(Piece piece) {
        return corrected(piece, CORRECTED_MEAN_SQUARE, Memory.MEAN_SQUARE, "\\beta_{2}", means().beta2());
    }

    private RunningMeans means() {
        return Memories.means(setting.optimizer());
    }

    private Telling corrected(Piece piece, Table table, Memory memory, String letter, double beta) {
        Table leaning = after(memory);
        int t = setting.t();
        return new Draft(script, piece.of(table))
                .title(
                        (memory == Memory.MEAN ? "Corrected mean of " : "Corrected mean square of ") + piece.words(),
                        piece.wordSymbols())
                .reads(piece.reads(leaning))
                .here("t = " + t + ",\\quad 1 - {" + letter + "}^{t} = " + formulas.number(1 - Math.pow(beta, t)))
                .formula(
                        "\\frac{" + piece.symbol(leaning) + "}{1 - {" + letter + "}^{t}}",
                        "\\frac{" + piece.numbers(leaning) + "}{1 - {" + formulas.constant(beta) + "}^{" + t + "}}")
                .why(Sentence.of(
                        "{} began at 0 and leans towards it; over {} updates dividing takes that away.",
                        script.symbols().of(piece.of(leaning)),
                        formulas.symbol(t)))
                .telling();
    }
}
