package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.UpdateTables.after;
import static backstep.story.network.UpdateTables.before;

import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.RunningMeans;
import backstep.training.Sgd;

/** Tells what an optimizer remembers: b ← μ b + D, s ← s + D², m ← β₁ m + (1 − β₁) D, v ← β₂ v + (1 − β₂) D². */
final class Memories {

    private final Script script;
    private final Formulas formulas;
    private final Optimizer optimizer;
    private final Table seen;

    Memories(Script script) {
        this.script = script;
        this.formulas = script.formulas();
        this.optimizer = script.quantities().update().setting().optimizer();
        this.seen = UpdateTables.seen(script);
    }

    /** {@return how a memory is brought up to date} */
    Telling of(Memory memory, Piece piece) {
        return switch (memory) {
            case MOMENTUM -> momentum(piece);
            case SQUARES -> squares(piece);
            case MEAN -> mean(piece);
            case MEAN_SQUARE -> meanSquare(piece);
        };
    }

    private Telling momentum(Piece piece) {
        double mu = optimizer instanceof Sgd sgd ? sgd.momentum() : 0;
        Table old = before(Memory.MOMENTUM);
        return sum(
                        draft(piece, Memory.MOMENTUM, "Momentum of "),
                        new Sum(
                                "\\mu\\, " + piece.symbol(old),
                                piece.symbol(seen),
                                formulas.constant(mu) + " \\times " + piece.grouped(old),
                                piece.grouped(seen)))
                .why(whyMomentum(piece, old))
                .telling();
    }

    private Sentence whyMomentum(Piece piece, Table old) {
        if (!piece.isEntry()) {
            return Sentence.of("The momentum keeps most of what it was, and the new slopes are added to it.");
        }
        double agreement = piece.number(old) * piece.number(seen);
        if (agreement == 0) {
            return Sentence.of("The momentum keeps most of what it was, and the new slope is added to it.");
        }
        return Sentence.of(
                agreement > 0
                        ? "The new slope has the sign of the momentum, so the weight gathers speed."
                        : "The new slope is against the momentum, so the weight loses speed.");
    }

    private Telling squares(Piece piece) {
        Table old = before(Memory.SQUARES);
        return sum(
                        draft(piece, Memory.SQUARES, "Sum of the squared slopes of "),
                        new Sum(piece.symbol(old), piece.squared(seen), piece.numbers(old), piece.squaredNumbers(seen)))
                .why("The squares of all slopes add up: the sum only grows, and what is divided by it only shrinks.")
                .telling();
    }

    private Telling mean(Piece piece) {
        Table old = before(Memory.MEAN);
        return sum(
                        draft(piece, Memory.MEAN, "Running mean of the slopes of "),
                        mean(
                                "\\beta_{1}",
                                means().beta1(),
                                piece.symbol(old),
                                piece.symbol(seen),
                                piece.grouped(old),
                                piece.grouped(seen)))
                .why(
                        "The running mean forgets old slopes bit by bit: what batches have in common stays, their noise cancels.")
                .telling();
    }

    private Telling meanSquare(Piece piece) {
        Table old = before(Memory.MEAN_SQUARE);
        boolean isRmsProp = optimizer instanceof RmsProp;
        return sum(
                        draft(piece, Memory.MEAN_SQUARE, "Running mean of the squared slopes of "),
                        mean(
                                isRmsProp ? "\\alpha" : "\\beta_{2}",
                                optimizer instanceof RmsProp rms ? rms.alpha() : means().beta2(),
                                piece.symbol(old),
                                piece.squared(seen),
                                piece.grouped(old),
                                piece.squaredNumbers(seen)))
                .why(
                        "The running mean of the squares says how large the slopes have been of late, whatever their sign.")
                .telling();
    }

    private RunningMeans means() {
        return means(optimizer);
    }

    /** {@return β₁, β₂ and ε of an optimizer that has them} */
    static RunningMeans means(Optimizer optimizer) {
        return switch (optimizer) {
            case Adam adam -> adam.means();
            case AdamW adamW -> adamW.means();
            case Lamb lamb -> lamb.means();
            case Sgd _, Adagrad _, RmsProp _ ->
                throw new IllegalArgumentException(optimizer.spelling() + " has no running means");
        };
    }

    /** What was and what is new, in symbols and with numbers. */
    private record Sum(String oldSymbols, String newSymbols, String oldNumbers, String newNumbers) {}

    private Sum mean(String letter, double beta, String old, String now, String oldNumbers, String newNumbers) {
        return new Sum(
                letter + "\\, " + old,
                "(1 - " + letter + ")\\, " + now,
                formulas.constant(beta) + " \\times " + oldNumbers,
                formulas.rest(beta) + " \\times " + newNumbers);
    }

    private Draft draft(Piece piece, Memory memory, String title) {
        return new Draft(script, piece.of(after(memory)))
                .title(title + piece.words(), piece.wordSymbols())
                .left(piece.symbol(after(memory)))
                .reads(piece.reads(before(memory)), piece.reads(seen));
    }

    private static Draft sum(Draft draft, Sum sum) {
        return draft.formula(sum.oldSymbols() + " + " + sum.newSymbols(), sum.oldNumbers() + " + " + sum.newNumbers())
                .numbers(named(sum.oldNumbers(), "kept") + " + " + named(sum.newNumbers(), "new"));
    }
}
