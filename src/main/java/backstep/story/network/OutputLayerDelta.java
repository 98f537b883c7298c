package backstep.story.network;

import backstep.autodiff.Flag;
import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Vector;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Tells δ⁽ᴸ⁺¹⁾ of all outputs at once. */
final class OutputLayerDelta {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Slopes slopes;
    private final int last;
    private final boolean isLoss;

    OutputLayerDelta(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.slopes = new Slopes(script);
        this.last = network.outputLayer();
        this.isLoss = recording.setting().sign() == Sign.LOSS;
    }

    /** A right side in symbols, with numbers, and why. */
    private record Form(String symbols, String numbers, String why) {}

    Telling of(int e) {
        NetworkAddress.Layer delta = new NetworkAddress.Layer(Vector.DELTA, last, e);
        String derivative = "\\frac{\\partial " + symbols.objective() + "}{\\partial "
                + symbols.latex(new NetworkAddress.Layer(Vector.Z, last, e)) + "}";
        Form form = form(e, derivative);
        String shown = form.symbols().equals(derivative) ? "" : " = " + form.symbols();
        return new Draft(script, delta)
                .title("Blame for " + script.names().layer(last))
                .reads(java.util.List.of(
                        new NetworkAddress.Layer(Vector.A, last, e),
                        new NetworkAddress.Layer(Vector.Z, last, e),
                        new NetworkAddress.Targets(e)))
                .rule(symbols.latex(delta) + " = " + derivative + shown)
                .formula(form.symbols(), form.numbers())
                .why(form.why())
                .flag(convention(e))
                .telling();
    }

    private Form form(int e, String derivative) {
        if (network.activation(last) == Activation.SOFTMAX) {
            return network.loss() == Loss.CROSS_ENTROPY && new SoftmaxDelta(script).addsUpToOne(e)
                    ? difference(e)
                    : throughAll(e, derivative);
        }
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY -> difference(e);
            case CROSS_ENTROPY -> logarithm(e);
            case SQUARED_ERROR -> squared("2\\, ", e);
            case HALF_SQUARED_ERROR -> squared("", e);
        };
    }

    /** a − y. */
    private Form difference(int e) {
        String why = "The logarithm undoes the activation function, so what remains is the plain difference.";
        return isLoss
                ? new Form(a(e) + " - " + y(e), as(e) + " - " + ys(e), why)
                : new Form(y(e) + " - " + a(e), ys(e) + " - " + as(e), why);
    }

    /** −y ⊙ (1 − a). */
    private Form logarithm(int e) {
        String sign = isLoss ? "-" : "";
        return new Form(
                sign + y(e) + " \\odot (1 - " + a(e) + ")",
                sign + ys(e) + " \\odot " + column(k -> 1 - recording.a(last, k, e)),
                "The logarithm cancels one factor of the sigmoid's slope; the other one stays.");
    }

    /** (a − y) ⊙ g′(z), twice that without the half. */
    private Form squared(String two, int e) {
        String error = two + "(" + a(e) + " - " + y(e) + ")";
        String numbers = two + "\\left(" + as(e) + " - " + ys(e) + "\\right)";
        return network.activation(last) == Activation.LINEAR
                ? new Form(
                        error,
                        numbers,
                        "The outputs are their own sums, so "
                                + (two.isEmpty() ? "each δ is its error." : "each δ is twice its error."))
                : new Form(
                        error + " \\odot g'(" + symbols.latex(new NetworkAddress.Layer(Vector.Z, last, e)) + ")",
                        numbers + " \\odot " + column(k -> script.quantities().slope(last, k, e)),
                        (two.isEmpty() ? "Each error" : "Twice each error")
                                + " is multiplied by the slope of its output's activation function.");
    }

    private Form throughAll(int e, String derivative) {
        return new Form(
                derivative,
                column(k -> recording.delta(last, k, e)),
                "Softmax ties the outputs together, so each entry adds up what comes through all of them.");
    }

    private Optional<Flag> convention(int e) {
        return IntStream.rangeClosed(1, network.outputs())
                .mapToObj(k -> slopes.convention(last, k, e))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String a(int e) {
        return symbols.latex(new NetworkAddress.Layer(Vector.A, last, e));
    }

    private String y(int e) {
        return symbols.latex(new NetworkAddress.Targets(e));
    }

    private String as(int e) {
        return column(k -> recording.a(last, k, e));
    }

    private String ys(int e) {
        return column(k -> recording.y(k, e));
    }

    private String column(IntToDoubleFunction entry) {
        return formulas.column(network.outputs(), k -> entry.applyAsDouble(k + 1));
    }
}
