package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Sentence;
import backstep.story.Symbol;

/** Tells the loss ℓ(y, a⁽ᴸ⁺¹⁾) of an example. */
final class Losses {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final int last;

    Losses(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.last = network.outputLayer();
    }

    Telling of(int e) {
        Draft draft = new Draft(script, new NetworkAddress.Loss(e, 0))
                .title("Loss of example " + e)
                .reads(script.reads().units(Vector.A, last, e), script.reads().targets(e))
                .formula(
                        around(sum(network.outputs(), k -> symbolTerm(k + 1, e))),
                        around(sum(network.outputs(), k -> numberTerm(k + 1, e))))
                .rule(symbols.latex(new NetworkAddress.Loss(e, 0)) + " = " + rule(e))
                .numbers(numbers(e))
                .why(why(e))
                .overflow("The square of the error is larger than a double can hold, about 1.8 × 10³⁰⁸.");
        return (isSaturated(e) ? saturated(draft, e) : draft).telling();
    }

    /** The same as after the update, beside what it was before. */
    Telling after(int e) {
        NetworkAddress.Loss now = new NetworkAddress.Loss(e, 1);
        double before = recording.loss(e);
        double loss = script.quantities().update().losses().at(e - 1, 0);
        return new Draft(script, now)
                .title("Example " + e + " again, with the new weights")
                .reads(
                        script.reads().newWeights(),
                        script.reads().targets(e),
                        java.util.List.of(new NetworkAddress.Loss(e, 0)))
                .formula(
                        "\\ell(" + symbols.latex(new NetworkAddress.Targets(e))
                                + ",\\, h_{\\Theta^{\\mathrm{new}}}(x))",
                        formulas.number(loss))
                .numbers(named(formulas.number(before), "before") + " \\to " + named(formulas.number(loss), "after"))
                .why(whyAfter(before, loss))
                .telling();
    }

    private static Sentence whyAfter(double before, double loss) {
        if (loss == before) {
            return Sentence.of("With the new weights the loss of this example is the same as before.");
        }
        return Sentence.of(
                loss < before
                        ? "With the new weights this example is predicted better: its loss is smaller than before."
                        : "With the new weights this example's loss is larger: the update serves the average, not each example.");
    }

    /** The sum over the outputs, with what stands around it. */
    private String around(String terms) {
        boolean one = network.outputs() == 1;
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> "-\\left[" + terms + "\\right]";
            case SQUARED_ERROR -> terms;
            case HALF_SQUARED_ERROR -> "\\frac{1}{2} " + (one ? terms : "\\left[" + terms + "\\right]");
        };
    }

    private String rule(int e) {
        if (network.outputs() == 1) {
            return around(symbolTerm(1, e));
        }
        String a = symbols.any(Vector.A, last, "k");
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY -> "-\\sum_{k} \\left[" + binary("y_{k}", a) + "\\right]";
            case CROSS_ENTROPY -> "-\\sum_{k} y_{k} \\ln " + a;
            case SQUARED_ERROR -> "\\sum_{k} (y_{k} - " + a + ")^{2}";
            case HALF_SQUARED_ERROR -> "\\frac{1}{2} \\sum_{k} (y_{k} - " + a + ")^{2}";
        };
    }

    private String symbolTerm(int k, int e) {
        String y = symbols.y(k, e);
        String a = symbols.a(last, k, e);
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY -> binary(y, a);
            case CROSS_ENTROPY -> y + " \\ln " + a;
            case SQUARED_ERROR, HALF_SQUARED_ERROR -> "(" + y + " - " + a + ")^{2}";
        };
    }

    private static String binary(String y, String a) {
        return y + " \\ln " + a + " + (1 - " + y + ") \\ln(1 - " + a + ")";
    }

    private String numberTerm(int k, int e) {
        double y = recording.y(k, e);
        double a = recording.a(last, k, e);
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY -> logarithm(y, a) + " + " + logarithm(1 - y, 1 - a);
            case CROSS_ENTROPY -> logarithm(y, a);
            case SQUARED_ERROR, HALF_SQUARED_ERROR -> "(" + formulas.number(y) + " - " + formulas.grouped(a) + ")^{2}";
        };
    }

    private String logarithm(double weight, double of) {
        return formulas.number(weight) + " \\times \\ln " + formulas.grouped(of);
    }

    private String numbers(int e) {
        if (network.loss() != Loss.BINARY_CROSS_ENTROPY || network.outputs() > 1) {
            return around(sum(network.outputs(), k -> numberTerm(k + 1, e)));
        }
        double y = recording.y(1, e);
        double a = recording.a(last, 1, e);
        return around(named(logarithm(y, a), "if the target is 1") + " + "
                + named(logarithm(1 - y, 1 - a), "if the target is 0"));
    }

    /** {@return whether a logarithm of 0 would be written, though the loss, from z, is finite} */
    private boolean isSaturated(int e) {
        for (int k = 1; k <= network.outputs(); k++) {
            double y = recording.y(k, e);
            double a = recording.a(last, k, e);
            boolean zero = a == 0 && y != 0 || network.loss() == Loss.BINARY_CROSS_ENTROPY && a == 1 && y != 1;
            if (network.loss().isLikelihood() && zero) {
                return true;
            }
        }
        return false;
    }

    private Draft saturated(Draft draft, int e) {
        String from = network.activation(last) == Activation.SIGMOID
                ? "-\\ln a = \\ln(1 + e^{-z}),\\quad -\\ln(1 - a) = \\ln(1 + e^{z})"
                : "-\\ln a_{k} = \\ln \\sum_{j} e^{z_{j}} - z_{k}";
        return draft.reads(
                        script.reads().units(Vector.Z, last, e),
                        script.reads().units(Vector.A, last, e),
                        script.reads().targets(e))
                .here(from)
                .why("An output has rounded to 0 or 1, so its logarithm is computed from z, where it is still known.");
    }

    private Sentence why(int e) {
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY ->
                network.outputs() == 1
                        ? binaryWhy(e)
                        : Sentence.of("Each output answers yes or no for itself, and what the answers cost adds up.");
            case CROSS_ENTROPY -> crossWhy(e);
            case SQUARED_ERROR ->
                Sentence.of("The error is squared, so it counts the same either way, and large errors count most.");
            case HALF_SQUARED_ERROR ->
                Sentence.of(
                        "The error is squared, so large errors count most; the half cancels the 2 of the derivative.");
        };
    }

    private Sentence binaryWhy(int e) {
        double y = recording.y(1, e);
        Symbol a = symbols.of(Reads.a(last, 1, e));
        if (y == 1) {
            return Sentence.of(
                    "The target is 1, so only the first logarithm counts: the nearer {} is to 1, the smaller the loss.",
                    a);
        }
        return y == 0
                ? Sentence.of(
                        "The target is 0, so only the second logarithm counts: the nearer {} is to 0, the smaller the loss.",
                        a)
                : Sentence.of("The target lies between 0 and 1, so both logarithms count, as much as the target says.");
    }

    private Sentence crossWhy(int e) {
        int certain = 0;
        for (int k = 1; k <= network.outputs(); k++) {
            certain = recording.y(k, e) == 1 ? k : certain;
        }
        boolean oneHot = certain > 0;
        for (int k = 1; k <= network.outputs(); k++) {
            oneHot &= k == certain || recording.y(k, e) == 0;
        }
        return oneHot
                ? Sentence.of(
                        "Only the output whose target is 1 counts: the nearer {} is to 1, the smaller the loss.",
                        symbols.of(Reads.a(last, certain, e)))
                : Sentence.of("Each logarithm counts as much as its target says.");
    }
}
