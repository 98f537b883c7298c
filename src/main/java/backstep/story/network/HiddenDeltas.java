package backstep.story.network;

import static backstep.story.network.Formulas.matrix;
import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;

import backstep.autodiff.Flag;
import backstep.network.Activation;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells δ⁽ˡ⁾ = (Θ⁽ˡ⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ g′(z⁽ˡ⁾) of the hidden layers. */
final class HiddenDeltas {

    private static final String OVERFLOW =
            "The products of weights and deltas add up to more than a double can hold, about 1.8 × 10³⁰⁸.";

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Slopes slopes;
    private final BlameWords words;

    HiddenDeltas(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.slopes = new Slopes(script);
        this.words = new BlameWords(script);
    }

    /** δᵢ = g′(zᵢ) Σₖ Θₖᵢ δₖ. */
    Telling unit(int l, int i, int e) {
        int terms = network.units(l + 1);
        String slope = slopes.symbols(l, i, e);
        return new Draft(script, Reads.delta(l, i, e))
                .title(title(l, i))
                .reads(script.reads().blame(l, i, e), script.reads().slope(l, i, e))
                .rule(symbols.delta(l, i, e) + " = " + times(l, slope, blameRule(l, i)))
                .formula(
                        times(l, slope, inParentheses(terms, sum(terms, k -> symbolTerm(l, i, k + 1, e)))),
                        times(
                                l,
                                slopes.numbers(l, i, e) + " \\times",
                                "(" + sum(terms, k -> numberTerm(l, i, k + 1, e)) + ")"))
                .numbers(numbers(l, i, e))
                .why(words.why(l, i, e))
                .spoken(formulas.spoken(script.quantities().slope(l, i, e)) + " times "
                        + formulas.spoken(script.quantities().blame(l, i, e)))
                .flag(slopes.convention(l, i, e))
                .overflow(OVERFLOW)
                .telling();
    }

    /** ∂ℓ/∂aᵢ ← ∂ℓ/∂aᵢ + Θₖᵢ δₖ. */
    Telling term(int l, int i, int k, int e) {
        double before = script.quantities().blame(l, i, e, k - 1);
        double theta = recording.theta(l, k, i);
        double delta = recording.delta(l + 1, k, e);
        String blame = symbols.blame(l, i);
        String product = symbolTerm(l, i, k, e);
        boolean first = k == 1;
        String factors = first ? formulas.product(theta, delta) : formulas.factors(theta, delta);
        return new Draft(
                        script,
                        Reads.delta(l, i, e),
                        new Value.Scalar(script.quantities().blame(l, i, e, k)))
                .left(blame)
                .title("Blame from " + script.names().unit(l + 1, k) + " for "
                        + script.names().unit(l, i))
                .reads(List.of(Reads.theta(l, k, i), Reads.delta(l + 1, k, e)))
                .rule(first ? blame + " = " + product : blame + " \\leftarrow " + blame + " + " + product)
                .formula(
                        first ? product : blame + " + " + product,
                        first ? factors : formulas.number(before) + " + " + factors)
                .numbers(
                        first
                                ? factors
                                : named(formulas.number(before), "already there") + " + " + named(factors, "this path"))
                .why(words.whyTerm(l, i, k, e))
                .overflow(OVERFLOW)
                .before(before)
                .telling();
    }

    /** δᵢ = g′(zᵢ) ∂ℓ/∂aᵢ, after the last term. */
    Telling slope(int l, int i, int e) {
        double blame = script.quantities().blame(l, i, e);
        return new Draft(script, Reads.delta(l, i, e))
                .title("Back through the " + Names.activation(network.activation(l)) + " of "
                        + script.names().unit(l, i))
                .reads(script.reads().blame(l, i, e), script.reads().slope(l, i, e))
                .formula(
                        slopes.symbols(l, i, e) + " \\cdot " + symbols.blame(l, i),
                        slopes.numbers(l, i, e) + " \\times " + formulas.grouped(blame))
                .numbers(named(slopes.numbers(l, i, e), slopes.name(l)) + " \\times "
                        + named(
                                formulas.grouped(blame),
                                "blame from " + script.names().layer(l + 1)))
                .why(words.whySlope(l, i, e))
                .flag(slopes.convention(l, i, e))
                .before(blame)
                .telling();
    }

    /** δ = (Θᵀ δ) ⊙ g′(z) of a whole layer. */
    Telling layer(int l, int e) {
        NetworkAddress.Whole theta = new NetworkAddress.Whole(new Table.Weights(0), l);
        NetworkAddress.Layer next = new NetworkAddress.Layer(Vector.DELTA, l + 1, e);
        NetworkAddress.Layer z = new NetworkAddress.Layer(Vector.Z, l, e);
        String product = "{" + symbols.latex(theta) + "}^{\\top} " + symbols.latex(next);
        String numbers = matrix(
                        network.units(l),
                        network.units(l + 1),
                        (i, k) -> formulas.number(recording.theta(l, k + 1, i + 1)))
                + " " + formulas.column(network.units(l + 1), k -> recording.delta(l + 1, k + 1, e));
        String slope =
                formulas.column(network.units(l), i -> script.quantities().slope(l, i + 1, e));
        return new Draft(script, new NetworkAddress.Layer(Vector.DELTA, l, e))
                .title("Blame for " + script.names().layer(l))
                .reads(List.of(theta, next, slopeRead(l, e)))
                .formula(
                        "\\left(" + product + "\\right) \\odot g'(" + symbols.latex(z) + ")",
                        "\\left(" + numbers + "\\right) \\odot " + slope)
                .here("\\text{column 0 of } " + symbols.latex(theta)
                        + " \\text{ is left out: a bias unit has no } \\delta")
                .why(
                        "The transposed weights carry each δ back along its edges; every unit then multiplies by its own slope.")
                .flag(layerFlag(l, e))
                .overflow(OVERFLOW)
                .telling();
    }

    private Address slopeRead(int l, int e) {
        Activation g = network.activation(l);
        return new NetworkAddress.Layer(g == Activation.SIGMOID || g == Activation.TANH ? Vector.A : Vector.Z, l, e);
    }

    private Optional<Flag> layerFlag(int l, int e) {
        return IntStream.rangeClosed(1, network.units(l))
                .mapToObj(i -> slopes.convention(l, i, e))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String title(int l, int i) {
        return "Blame for " + script.names().unit(l, i);
    }

    private String blameRule(int l, int i) {
        return "\\sum_{k} " + symbols.anyTheta(l, NetworkSymbols.pair("k", i)) + "\\, "
                + symbols.any(Vector.DELTA, l + 1, "k");
    }

    private String times(int l, String slope, String blame) {
        return network.activation(l) == Activation.LINEAR ? blame : slope + " " + blame;
    }

    private static String inParentheses(int terms, String sum) {
        return terms == 1 ? sum : "(" + sum + ")";
    }

    private String symbolTerm(int l, int i, int k, int e) {
        return symbols.theta(l, k, i) + "\\, " + symbols.delta(l + 1, k, e);
    }

    private String numberTerm(int l, int i, int k, int e) {
        return formulas.factors(recording.theta(l, k, i), recording.delta(l + 1, k, e));
    }

    private String numbers(int l, int i, int e) {
        int terms = network.units(l + 1);
        String blame = named(
                inParentheses(terms, sum(terms, k -> numberTerm(l, i, k + 1, e))),
                "blame from " + script.names().layer(l + 1));
        return named(slopes.numbers(l, i, e), slopes.name(l)) + " \\times " + blame;
    }
}
