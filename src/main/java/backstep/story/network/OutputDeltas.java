package backstep.story.network;

import static backstep.story.network.Formulas.named;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Vector;
import java.util.List;

/** Tells δ⁽ᴸ⁺¹⁾ = ∂ℓ/∂z⁽ᴸ⁺¹⁾ for each loss on each output activation. */
final class OutputDeltas {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Slopes slopes;
    private final OutputWords words;
    private final SoftmaxDelta softmax;
    private final int last;
    private final boolean isLoss;

    OutputDeltas(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.slopes = new Slopes(script);
        this.words = new OutputWords(script);
        this.softmax = new SoftmaxDelta(script);
        this.last = network.outputLayer();
        this.isLoss = recording.setting().sign() == Sign.LOSS;
    }

    Telling unit(int k, int e) {
        DeltaFormula formula = formula(k, e);
        Draft draft = new Draft(script, Reads.delta(last, k, e))
                .title("Blame for " + script.names().unit(last, k))
                .reads(reads(k, e))
                .rule(symbols.delta(last, k, e) + " = " + formula.rule())
                .formula(formula.symbols(), formula.numbers())
                .numbers(formula.named())
                .why(words.why(k, e))
                .spoken(
                        isPlain()
                                ? formulas.spoken(isLoss ? a(k, e) : y(k, e)) + " minus "
                                        + formulas.spoken(isLoss ? y(k, e) : a(k, e))
                                : "the slope of the " + symbols.objectiveWord() + " by its sum")
                .flag(
                        network.activation(last).isElementwise()
                                ? slopes.convention(last, k, e)
                                : java.util.Optional.empty())
                .overflow("The error times the slope is larger than a double can hold, about 1.8 × 10³⁰⁸.");
        return (formula.here().isEmpty() ? draft : draft.here(formula.here())).telling();
    }

    /** {@return whether δ is the plain difference of output and target} */
    private boolean isPlain() {
        return network.objective(recording.setting().sign()).isMatched();
    }

    DeltaFormula formula(int k, int e) {
        Activation g = network.activation(last);
        DeltaFormula loss = g == Activation.SOFTMAX ? softmax.of(k, e) : elementwise(g, k, e);
        return isLoss || isPlain() ? loss : loss.negated();
    }

    private DeltaFormula elementwise(Activation g, int k, int e) {
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY -> difference(k, e);
            case CROSS_ENTROPY -> logarithm(k, e);
            case SQUARED_ERROR -> squared(g, "2", k, e);
            case HALF_SQUARED_ERROR -> squared(g, "", k, e);
        };
    }

    /** a − y, since (a − y)/(a(1 − a)) meets a(1 − a). */
    private DeltaFormula difference(int k, int e) {
        String a = symbols.a(last, k, e);
        String y = symbols.y(k, e);
        String symbol = isLoss ? a + " - " + y : y + " - " + a;
        String slope = a + "\\,(1 - " + a + ")";
        String here = "\\frac{" + symbol + "}{" + slope + "} \\cdot " + slope + " = " + symbol;
        return plain(symbol, here, k, e);
    }

    private DeltaFormula plain(String symbol, String here, int k, int e) {
        String output = formulas.grouped(a(k, e));
        String target = formulas.number(y(k, e));
        return isLoss
                ? new DeltaFormula(
                        symbol,
                        symbol,
                        output + " - " + target,
                        here,
                        named(output, "output") + " - " + named(target, "target"))
                : new DeltaFormula(
                        symbol,
                        symbol,
                        target + " - " + output,
                        here,
                        named(target, "target") + " - " + named(output, "output"));
    }

    /** −y (1 − a), since −y/a meets a(1 − a). */
    private DeltaFormula logarithm(int k, int e) {
        String a = symbols.a(last, k, e);
        String y = symbols.y(k, e);
        String symbol = "-" + y + "\\,(1 - " + a + ")";
        String numbers = "-" + formulas.number(y(k, e)) + " \\times (1 - " + formulas.number(a(k, e)) + ")";
        return new DeltaFormula(
                symbol,
                symbol,
                numbers,
                "-\\frac{" + y + "}{" + a + "} \\cdot " + a + "\\,(1 - " + a + ") = " + symbol,
                numbers);
    }

    /** (a − y) g′(z), twice that without the half. */
    private DeltaFormula squared(Activation g, String two, int k, int e) {
        String error = symbols.a(last, k, e) + " - " + symbols.y(k, e);
        String numbers = formulas.number(a(k, e)) + " - " + formulas.grouped(y(k, e));
        String before = two.isEmpty() ? "" : two + " ";
        String times = two.isEmpty() ? "" : two + " \\times ";
        if (g == Activation.LINEAR) {
            return two.isEmpty()
                    ? new DeltaFormula(error, error, numbers, "", numbers)
                    : new DeltaFormula(
                            "2 (" + error + ")",
                            "2 (" + error + ")",
                            times + "(" + numbers + ")",
                            "",
                            times + named("(" + numbers + ")", "error"));
        }
        String symbol = before + "(" + error + ")\\, " + slopes.symbols(last, k, e);
        String slope = slopes.numbers(last, k, e);
        return new DeltaFormula(
                symbol,
                symbol,
                times + "(" + numbers + ") \\times " + slope,
                "",
                times + named("(" + numbers + ")", "error") + " \\times " + named(slope, slopes.name(last)));
    }

    private List<Address> reads(int k, int e) {
        if (network.activation(last) == Activation.SOFTMAX && network.loss() != Loss.CROSS_ENTROPY) {
            return Reads.all(
                    script.reads().units(Vector.A, last, e), script.reads().targets(e));
        }
        List<Address> own = List.of(Reads.a(last, k, e), new NetworkAddress.Target(k, e));
        if (network.activation(last) == Activation.SOFTMAX) {
            return softmax.addsUpToOne(e) ? own : Reads.all(own, script.reads().targets(e));
        }
        return network.loss().isLikelihood()
                ? own
                : Reads.all(own, script.reads().slope(last, k, e));
    }

    private double a(int k, int e) {
        return recording.a(last, k, e);
    }

    private double y(int k, int e) {
        return recording.y(k, e);
    }
}
