package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.UpdateTables.DIRECTION;
import static backstep.story.network.UpdateTables.NEW_THETA;
import static backstep.story.network.UpdateTables.THETA;
import static backstep.story.network.UpdateTables.after;

import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;
import backstep.story.Symbol;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import java.util.List;

/** Tells how an optimizer makes new weights: Θ ← Θ − η b, Θ ← Θ − η m̂/(√v̂ + ε), … */
final class OptimizerSteps {

    private static final Symbol ETA = new Symbol("η", "\\eta", "eta");

    private final Script script;
    private final Formulas formulas;
    private final Optimizer optimizer;
    private final Table seen;
    private final String eta;
    private final String rate;

    OptimizerSteps(Script script) {
        this.script = script;
        this.formulas = script.formulas();
        this.optimizer = script.quantities().update().setting().optimizer();
        this.seen = UpdateTables.seen(script);
        this.eta = ScheduledRate.symbol(script) + "\\, ";
        this.rate = formulas.number(script.quantities().update().learningRate());
    }

    Telling of(Piece piece) {
        return switch (optimizer) {
            case Sgd sgd -> descent(sgd, piece);
            case Adagrad adagrad -> scaled(piece, Memory.SQUARES, adagrad.eps());
            case RmsProp rmsProp -> scaled(piece, Memory.MEAN_SQUARE, rmsProp.eps());
            case Adam _ -> adam(piece);
            case AdamW adamW -> decayed(piece, adamW.weightDecay());
            case Lamb _ -> trusted(piece);
        };
    }

    /** Θ ← Θ − η D̃, Θ ← Θ − η b, or with Nesterov's momentum Θ ← Θ − η (D + μ b). */
    private Telling descent(Sgd sgd, Piece piece) {
        Table momentum = after(Memory.MOMENTUM);
        if (sgd.momentum() == 0) {
            return step(piece, new Step(piece.symbol(seen), piece.grouped(seen), piece.reads(seen)))
                    .why("Each weight takes a small step in the direction in which the cost falls.")
                    .telling();
        }
        if (!sgd.nesterov()) {
            return step(piece, new Step(piece.symbol(momentum), piece.grouped(momentum), piece.reads(momentum)))
                    .why("The weight follows the momentum, in which the slopes of many batches have gathered.")
                    .telling();
        }
        return step(
                        piece,
                        new Step(
                                "(" + piece.symbol(seen) + " + \\mu\\, " + piece.symbol(momentum) + ")",
                                "(" + piece.numbers(seen) + " + " + formulas.constant(sgd.momentum()) + " \\times "
                                        + piece.grouped(momentum) + ")",
                                Reads.all(piece.reads(seen), piece.reads(momentum))))
                .why("The step looks ahead: it takes the slope and what the momentum will add next time.")
                .telling();
    }

    private Telling scaled(Piece piece, Memory squares, double eps) {
        return step(piece, Step.of(Quotient.of(script, piece, seen, after(squares), eps)))
                .why(
                        squares == Memory.SQUARES
                                ? "Divided by the root of all its squares, a weight with large slopes takes smaller and smaller steps."
                                : "The slope is divided by its usual size, so weights with steep and with flat slopes move alike.")
                .telling();
    }

    private Telling adam(Piece piece) {
        return step(piece, Step.of(Quotient.ofMeans(script, piece)))
                .why(Sentence.of(
                        "The mean slope is divided by its usual size: {} sets how far the weight goes, not the slope's scale.",
                        ETA))
                .telling();
    }

    /** Θ ← (1 − η w) Θ − η m̂/(√v̂ + ε). */
    private Telling decayed(Piece piece, double decay) {
        Step step = Step.of(Quotient.ofMeans(script, piece));
        String theta = piece.symbol(THETA);
        String kept = "(1 - " + rate + " \\times " + formulas.constant(decay) + ") \\times " + piece.grouped(THETA);
        String taken = rate + " \\times " + step.numbers();
        return draft(piece, step)
                .rule(theta + " \\leftarrow (1 - " + eta + "w)\\, " + theta + " - " + eta + step.symbols())
                .formula("(1 - " + eta + "w)\\, " + theta + " - " + eta + step.symbols(), kept + " - " + taken)
                .numbers(named(kept, "decayed") + " - " + named(taken, "step"))
                .why("First the weight itself decays, apart from its slope; then it takes the step of Adam.")
                .telling();
    }

    /** Θ ← Θ − η r u. */
    private Telling trusted(Piece piece) {
        NetworkAddress ratio = new NetworkAddress.OfMatrix(Measure.TRUST_RATIO, piece.l());
        double number = script.quantities().number(Measure.TRUST_RATIO, piece.l());
        return step(
                        piece,
                        new Step(
                                script.symbols().latex(ratio) + "\\, " + piece.symbol(DIRECTION),
                                formulas.number(number) + " \\times " + piece.grouped(DIRECTION),
                                Reads.all(List.of(ratio), piece.reads(DIRECTION))))
                .why("The weight follows its direction as far as the trust ratio of its layer allows.")
                .telling();
    }

    /** What η is multiplied by. */
    private record Step(String symbols, String numbers, List<Address> reads) {

        static Step of(Quotient quotient) {
            return new Step(quotient.symbols(), quotient.numbers(), quotient.reads());
        }
    }

    private Draft step(Piece piece, Step step) {
        String theta = piece.symbol(THETA);
        String numbers = piece.numbers(THETA);
        String taken = rate + " \\times " + step.numbers();
        return draft(piece, step)
                .rule(theta + " \\leftarrow " + theta + " - " + eta + step.symbols())
                .formula(theta + " - " + eta + step.symbols(), numbers + " - " + taken)
                .numbers(named(numbers, "before") + " - " + named(taken, "step"));
    }

    private Draft draft(Piece piece, Step step) {
        return new Draft(script, piece.of(NEW_THETA))
                .title("New " + piece.newWords(), piece.wordSymbols())
                .reads(piece.reads(THETA), ScheduledRate.reads(script), step.reads());
    }
}
