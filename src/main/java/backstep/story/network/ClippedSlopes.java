package backstep.story.network;

import static backstep.story.network.Formulas.sum;
import static backstep.story.network.UpdateTables.D;
import static backstep.story.network.UpdateTables.SLOPE;
import static backstep.story.network.UpdateTables.THETA;

import backstep.network.Sign;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;
import backstep.training.Update;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells the slopes that an optimizer sees: ∂J/∂Θ, shortened by c = min(1, c_max/‖∂J/∂Θ‖). */
final class ClippedSlopes {

    private static final NetworkAddress NORM = new NetworkAddress.OfUpdate(Measure.NORM);
    private static final NetworkAddress CLIP = new NetworkAddress.OfUpdate(Measure.CLIP);

    private final Script script;
    private final Formulas formulas;
    private final PenaltyFormula penalty;
    private final Update update;
    private final boolean isLoss;
    private final Table sum;
    private final int n;

    ClippedSlopes(Script script) {
        this.script = script;
        this.formulas = script.formulas();
        this.penalty = PenaltyFormula.of(script);
        this.update = script.quantities().update();
        this.isLoss = script.quantities().setting().sign() == Sign.LOSS;
        this.n = script.quantities().examples();
        this.sum = Table.Sum.after(n);
    }

    /** ‖∂J/∂Θ‖ = √Σ (∂J/∂Θᵢⱼ)². */
    Telling norm() {
        double[] slopes = update.slopes().whole().stream()
                .flatMapToDouble(matrix -> Arrays.stream(matrix.toArray()))
                .toArray();
        String slope = isLoss ? "{D_{ij}^{(l)}}" : "(\\partial J/\\partial \\Theta_{ij}^{(l)})";
        return new Draft(script, NORM)
                .title("Length of all slopes together")
                .reads(
                        isLoss
                                ? wholes(D)
                                : Stream.of(wholes(sum), penalty.isThere() ? wholes(THETA) : List.<Address>of())
                                        .flatMap(List::stream)
                                        .toList())
                .formula(
                        "\\sqrt{\\sum_{l,i,j} " + slope + "^{2}}",
                        "\\sqrt{" + sum(slopes.length, k -> "{" + formulas.grouped(slopes[k]) + "}^{2}") + "}")
                .why("The slopes of all weights make one vector; its length says how steep the cost is here.")
                .telling();
    }

    private List<Address> wholes(Table table) {
        return IntStream.rangeClosed(1, script.network().depth())
                .filter(l -> script.network().theta(l).isThere())
                .<Address>mapToObj(l -> new NetworkAddress.Whole(table, l))
                .toList();
    }

    /** c = min(1, c_max/(‖∂J/∂Θ‖ + 10⁻⁶)). */
    Telling clip() {
        double most = update.setting().clipNorm().orElseThrow();
        boolean shortens = update.slopes().clipFactor() != 1;
        return new Draft(script, CLIP)
                .title("How much the slopes are shortened")
                .reads(List.of(NORM))
                .formula(
                        "\\min\\left(1, \\frac{c_{\\mathrm{max}}}{"
                                + script.symbols().latex(NORM) + " + 10^{-6}}\\right)",
                        "\\min\\left(1, \\frac{" + formulas.constant(most) + "}{" + formulas.number(update.norm())
                                + " + 10^{-6}}\\right)")
                .why(Sentence.of(
                        shortens
                                ? "Together the slopes are longer than {}, so each is shortened by the same factor."
                                : "Together the slopes are not longer than {}, so they stay as they are.",
                        formulas.symbol(most)))
                .telling();
    }

    /** D̃ = c ∂J/∂Θ. */
    Telling slope(Piece piece) {
        boolean clips = update.setting().clipNorm().isPresent();
        boolean penalised = !isLoss && penalty.isThere() && piece.isPenalised();
        String symbols = isLoss ? piece.symbol(D) : turned(piece, piece.symbol(sum), penalised, true);
        String numbers = isLoss ? piece.grouped(D) : turned(piece, piece.grouped(sum), penalised, false);
        return new Draft(script, piece.of(SLOPE))
                .title("Slope that the optimizer sees for " + piece.words(), piece.wordSymbols())
                .reads(
                        clips ? List.of(CLIP) : List.of(),
                        piece.reads(isLoss ? D : sum),
                        penalised ? piece.reads(THETA) : List.of())
                .formula(
                        clips ? script.symbols().latex(CLIP) + "\\, " + inBrackets(symbols, !isLoss) : symbols,
                        clips
                                ? formulas.number(update.slopes().clipFactor()) + " \\times "
                                        + inBrackets(numbers, !isLoss)
                                : numbers)
                .why(why(clips))
                .telling();
    }

    private String turned(Piece piece, String data, boolean penalised, boolean inSymbols) {
        String part = "-\\frac{1}{" + n + "} " + data;
        if (!penalised) {
            return part;
        }
        return part + " + " + (inSymbols ? penalty.symbols(piece.symbol(THETA), "+") : penalty.numbers(piece, "+"));
    }

    private static String inBrackets(String latex, boolean around) {
        return around ? "\\left(" + latex + "\\right)" : latex;
    }

    private Sentence why(boolean clips) {
        if (!clips) {
            return Sentence.of("The optimizer makes the cost small, so the sign of the likelihood's slope is turned.");
        }
        return update.slopes().clipFactor() == 1
                ? Sentence.of("The factor is 1: the optimizer sees the slopes as they are.")
                : Sentence.of("All slopes shrink by the same factor, so the step keeps its direction.");
    }
}
