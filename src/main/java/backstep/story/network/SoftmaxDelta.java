package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;

import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.NetworkQuantity.Vector;
import java.util.function.IntFunction;

/** Writes δ of softmax outputs. A derivative goes through every output: ∂aⱼ/∂zₖ = aⱼ([j = k] − aₖ). */
final class SoftmaxDelta {

    private static final double ROUNDING = 1e-12;

    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final int last;

    SoftmaxDelta(Script script) {
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.last = network.outputLayer();
    }

    DeltaFormula of(int k, int e) {
        return switch (network.loss()) {
            case CROSS_ENTROPY -> crossEntropy(k, e);
            case BINARY_CROSS_ENTROPY -> binaryCrossEntropy(k, e);
            case SQUARED_ERROR -> squaredError("2\\, ", k, e);
            case HALF_SQUARED_ERROR -> squaredError("", k, e);
        };
    }

    /** {@return whether the targets of an example are shares of 1} */
    boolean addsUpToOne(int e) {
        return Math.abs(targets(e) - 1) < ROUNDING;
    }

    private double targets(int e) {
        double sum = 0;
        for (int j = 1; j <= network.outputs(); j++) {
            sum += recording.y(j, e);
        }
        return sum;
    }

    /** aₖ Σⱼ yⱼ − yₖ; in either sign, since with matched pairs the difference is turned round. */
    private DeltaFormula crossEntropy(int k, int e) {
        boolean isLoss = recording.setting().sign() == Sign.LOSS;
        boolean one = addsUpToOne(e);
        String a = symbols.a(last, k, e) + (one ? "" : " \\sum_{j} y_{j}");
        String output =
                formulas.grouped(recording.a(last, k, e)) + (one ? "" : " \\times " + formulas.number(targets(e)));
        String y = symbols.y(k, e);
        String target = formulas.number(recording.y(k, e));
        String whole = symbols.a(last, k, e) + " \\sum_{j} y_{j}";
        String here =
                (isLoss ? whole + " - " + y : y + " - " + whole) + " = " + (isLoss ? a + " - " + y : y + " - " + a);
        return isLoss
                ? new DeltaFormula(
                        a + " - " + y,
                        a + " - " + y,
                        output + " - " + target,
                        one ? here : "",
                        named(output, "output") + " - " + named(target, "target"))
                : new DeltaFormula(
                        y + " - " + a,
                        y + " - " + a,
                        target + " - " + output,
                        one ? here : "",
                        named(target, "target") + " - " + named(output, "output"));
    }

    /** aₖ [(aₖ − yₖ) − Σⱼ aⱼ(aⱼ − yⱼ)], twice that without the half. */
    private DeltaFormula squaredError(String two, int k, int e) {
        String a = symbols.a(last, k, e);
        String error = "(" + a + " - " + symbols.y(k, e) + ")";
        String any = symbols.any(Vector.A, last, "j");
        String rule = two + a + " \\left[" + error + " - \\sum_{j} " + any + "(" + any + " - y_{j})\\right]";
        IntFunction<String> term =
                j -> symbols.a(last, j + 1, e) + "(" + symbols.a(last, j + 1, e) + " - " + symbols.y(j + 1, e) + ")";
        String symbol = two + a + " \\left[" + error + " - \\left(" + sum(network.outputs(), term) + "\\right)\\right]";
        String before = two.isEmpty() ? "" : "2 \\times ";
        String own = formulas.grouped(recording.a(last, k, e));
        String mean = sum(
                network.outputs(),
                j -> formulas.grouped(recording.a(last, j + 1, e)) + " \\times " + difference(j + 1, e));
        String numbers = before + own + " \\times \\left[" + difference(k, e) + " - (" + mean + ")\\right]";
        String parts = before + own + " \\times \\left[" + named(difference(k, e), "own error") + " - "
                + named("(" + mean + ")", "all errors, by their shares") + "\\right]";
        return new DeltaFormula(rule, symbol, numbers, jacobian(), parts);
    }

    /** aₖ − yₖ + Σ over j ≠ k of yⱼ aₖ − (1 − yⱼ) aⱼ aₖ/(1 − aⱼ). */
    private DeltaFormula binaryCrossEntropy(int k, int e) {
        String a = symbols.a(last, k, e);
        String own = a + " - " + symbols.y(k, e);
        String any = symbols.any(Vector.A, last, "j");
        String rule = own + " + \\sum_{j \\ne " + k + "} \\left[" + other("y_{j}", any, a) + "\\right]";
        int others = network.outputs() - 1;
        String symbol = own + " + "
                + sum(
                        others,
                        n -> "\\left[" + other(symbols.y(other(n, k), e), symbols.a(last, other(n, k), e), a)
                                + "\\right]");
        String ownNumbers = formulas.grouped(recording.a(last, k, e)) + " - " + formulas.number(recording.y(k, e));
        String rest = sum(others, n -> "\\left[" + otherNumbers(other(n, k), k, e) + "\\right]");
        return new DeltaFormula(
                rule,
                symbol,
                ownNumbers + " + " + rest,
                jacobian(),
                named(ownNumbers, "own answer") + " + " + named(rest, "the other answers"));
    }

    private static int other(int n, int k) {
        return n + 1 < k ? n + 1 : n + 2;
    }

    private static String other(String y, String other, String a) {
        return y + "\\, " + a + " - (1 - " + y + ") \\frac{" + other + "\\, " + a + "}{1 - " + other + "}";
    }

    private String otherNumbers(int j, int k, int e) {
        String y = formulas.number(recording.y(j, e));
        String other = formulas.grouped(recording.a(last, j, e));
        String a = formulas.grouped(recording.a(last, k, e));
        return y + " \\times " + a + " - (1 - " + y + ") \\times \\frac{" + other + " \\times " + a + "}{1 - " + other
                + "}";
    }

    private String difference(int k, int e) {
        return "(" + formulas.number(recording.a(last, k, e)) + " - " + formulas.grouped(recording.y(k, e)) + ")";
    }

    private static String jacobian() {
        return "\\frac{\\partial a_{j}}{\\partial z_{k}} = a_{j}\\,([j = k] - a_{k})";
    }
}
