package backstep.story.network;

import static backstep.story.network.Formulas.named;

import backstep.network.BatchNorm;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import java.util.List;
import java.util.stream.IntStream;

/** Tells a batch normalisation: μ and σ² of the batch, x̂ = (a − μ) / √(σ² + ε), z = γ x̂ + β. */
final class Normalisations {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;

    Normalisations(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
    }

    /** {@return how many numbers are normalised together} */
    int count(int l) {
        return recording.examples() * network.shape(l).places();
    }

    /** {@return the channel of a unit} */
    int channel(int l, int i) {
        return (i - 1) / network.shape(l).places() + 1;
    }

    /** μ = (1/m) Σ a, or σ² = (1/m) Σ (a − μ)². */
    Telling moment(Moment moment, int l, int c) {
        boolean isMean = moment == Moment.MEAN;
        String mean = symbols.latex(mean(l, c));
        String one = symbols.any(Vector.A, l - 1, Integer.toString(c));
        String inSymbols = isMean ? one : "\\left(" + one + " - " + mean + "\\right)^{2}";
        double ofMean = recording.moments(l).at(c - 1, 0);
        int places = network.shape(l).places();
        String inNumbers = Formulas.sum(count(l), k -> {
            double a = recording.a(l - 1, (c - 1) * places + k % places + 1, k / places + 1);
            return isMean ? formulas.grouped(a) : "(" + formulas.number(a) + " - " + formulas.grouped(ofMean) + ")^{2}";
        });
        return new Draft(script, new NetworkAddress.OfChannel(moment, l, c))
                .title((isMean ? "Mean of the batch in " : "Variance of the batch in ") + place(l, c))
                .reads(numbers(l, c), isMean ? List.of() : List.of(mean(l, c)))
                .formula(
                        "\\frac{1}{" + count(l) + "} \\sum_{e} " + inSymbols,
                        "\\frac{1}{" + count(l) + "} \\left(" + inNumbers + "\\right)")
                .why(
                        isMean
                                ? "All examples of the batch reach this layer together; their mean is taken off from each of them."
                                : "How far the examples of the batch lie around their mean; each will be divided by the root of it.")
                .telling();
    }

    /** μ or σ² of every channel. */
    Telling moments(Moment moment, int l) {
        boolean isMean = moment == Moment.MEAN;
        String a = symbols.latex(new NetworkAddress.Layer(Vector.A, l - 1, 1));
        String mean = symbols.latex(new NetworkAddress.OfChannels(Moment.MEAN, l));
        List<Address> reads = Reads.all(
                examples()
                        .<Address>mapToObj(e -> new NetworkAddress.Layer(Vector.A, l - 1, e))
                        .toList(),
                isMean ? List.of() : List.of(new NetworkAddress.OfChannels(Moment.MEAN, l)));
        String inSymbols = isMean ? a : "\\left(" + a + " - " + mean + "\\right)^{\\odot 2}";
        return new Draft(script, new NetworkAddress.OfChannels(moment, l))
                .title((isMean ? "Means" : "Variances") + " of the batch before "
                        + script.names().layer(l))
                .reads(reads)
                .formula(
                        "\\frac{1}{" + count(l) + "} \\sum_{e} " + inSymbols,
                        formulas.column(
                                network.theta(l - 1).rows(),
                                c -> recording.moments(l).at(c, isMean ? 0 : 1)))
                .why(
                        isMean
                                ? "All examples of the batch reach this layer together; each unit has its mean over them."
                                : "How far the examples lie around their mean, unit by unit.")
                .telling();
    }

    /** x̂ᵢ = (aᵢ − μ) / √(σ² + ε). */
    Telling xHat(int l, int i, int e) {
        int c = channel(l, i);
        String a = symbols.a(l - 1, i, e);
        return new Draft(script, new NetworkAddress.Unit(Vector.X_HAT, l, i, e))
                .title("Normalised " + script.names().placed(l, i))
                .reads(List.of(Reads.a(l - 1, i, e), mean(l, c), variance(l, c)))
                .formula(
                        "\\frac{" + a + " - " + symbols.latex(mean(l, c)) + "}{" + deviation(l, c) + "}",
                        "\\frac{" + formulas.number(recording.a(l - 1, i, e)) + " - "
                                + formulas.grouped(recording.moments(l).at(c - 1, 0)) + "}{" + deviationNumbers(l, c)
                                + "}")
                .why("Over the batch, x̂ has the mean 0 and the variance 1, whatever the layers before it do.")
                .telling();
    }

    /** x̂ of a whole layer. */
    Telling xHats(int l, int e) {
        NetworkAddress.Layer a = new NetworkAddress.Layer(Vector.A, l - 1, e);
        NetworkAddress.OfChannels mean = new NetworkAddress.OfChannels(Moment.MEAN, l);
        NetworkAddress.OfChannels variance = new NetworkAddress.OfChannels(Moment.VARIANCE, l);
        String difference = formulas.column(
                network.units(l),
                i -> recording.a(l - 1, i + 1, e) - recording.moments(l).at(channel(l, i + 1) - 1, 0));
        String deviations = formulas.column(
                network.units(l), i -> Math.sqrt(recording.moments(l).at(channel(l, i + 1) - 1, 1) + BatchNorm.EPS));
        return new Draft(script, new NetworkAddress.Layer(Vector.X_HAT, l, e))
                .title("Normalised numbers of " + script.names().layer(l))
                .reads(List.of(a, mean, variance))
                .formula(
                        "\\left(" + symbols.latex(a) + " - " + symbols.latex(mean) + "\\right) \\oslash \\sqrt{"
                                + symbols.latex(variance) + " + \\varepsilon}",
                        difference + " \\oslash " + deviations)
                .why("Over the batch, each x̂ has the mean 0 and the variance 1.")
                .telling();
    }

    /** zᵢ = γ x̂ᵢ + β. */
    Telling unit(int l, int i, int e) {
        int c = channel(l, i);
        NetworkAddress.Entry gamma = Reads.theta(l - 1, c, 0);
        NetworkAddress.Entry beta = Reads.theta(l - 1, c, 1);
        NetworkAddress.Unit xHat = new NetworkAddress.Unit(Vector.X_HAT, l, i, e);
        String product = formulas.product(recording.theta(l - 1, c, 0), recording.xHat(l, i, e));
        String shift = formulas.grouped(recording.theta(l - 1, c, 1));
        return new Draft(script, Reads.z(l, i, e))
                .title("Scaled and shifted " + script.names().placed(l, i))
                .reads(List.of(gamma, xHat, beta))
                .rule(symbols.z(l, i, e) + " = \\gamma_{" + c + "} \\hat{x}_{" + i + "} + \\beta_{" + c + "}")
                .formula(
                        symbols.latex(gamma) + "\\, " + symbols.latex(xHat) + " + " + symbols.latex(beta),
                        product + " + " + shift)
                .numbers(named(product, "scale γ") + " + " + named(shift, "shift β"))
                .why("The network learns with γ and β which spread and which mean it wants after all.")
                .telling();
    }

    /** z = γ ⊙ x̂ + β of a whole layer. */
    Telling layer(int l, int e) {
        NetworkAddress.Whole theta = new NetworkAddress.Whole(new Table.Weights(0), l - 1);
        NetworkAddress.Layer xHat = new NetworkAddress.Layer(Vector.X_HAT, l, e);
        return new Draft(script, new NetworkAddress.Layer(Vector.Z, l, e))
                .title("Scale and shift of " + script.names().layer(l))
                .reads(List.of(theta, xHat))
                .formula(
                        "\\gamma^{(" + (l - 1) + ")} \\odot " + symbols.latex(xHat) + " + \\beta^{(" + (l - 1) + ")}",
                        weights(l, 0) + " \\odot "
                                + formulas.column(network.units(l), i -> recording.xHat(l, i + 1, e)) + " + "
                                + weights(l, 1))
                .here("\\text{γ and β are the columns of } " + symbols.latex(theta))
                .why("The network learns with γ and β which spread and which mean it wants after all.")
                .telling();
    }

    private String weights(int l, int column) {
        return formulas.column(network.units(l), i -> recording.theta(l - 1, channel(l, i + 1), column));
    }

    static NetworkAddress.OfChannel mean(int l, int c) {
        return new NetworkAddress.OfChannel(Moment.MEAN, l, c);
    }

    static NetworkAddress.OfChannel variance(int l, int c) {
        return new NetworkAddress.OfChannel(Moment.VARIANCE, l, c);
    }

    String deviation(int l, int c) {
        return "\\sqrt{" + symbols.latex(variance(l, c)) + " + \\varepsilon}";
    }

    String deviationNumbers(int l, int c) {
        return "\\sqrt{" + formulas.number(recording.moments(l).at(c - 1, 1)) + " + 10^{-5}}";
    }

    private IntStream examples() {
        return IntStream.rangeClosed(1, Math.min(Reads.WIDE, recording.examples()));
    }

    /** {@return a of the channel in every example; whole layers where it has many numbers} */
    private List<Address> numbers(int l, int c) {
        return network.shape(l).places() == 1
                ? examples().<Address>mapToObj(e -> Reads.a(l - 1, c, e)).toList()
                : examples()
                        .<Address>mapToObj(e -> new NetworkAddress.Layer(Vector.A, l - 1, e))
                        .toList();
    }

    private String place(int l, int c) {
        return network.shape(l).places() == 1 ? script.names().unit(l - 1, c) : "channel " + c + " of layer " + (l - 1);
    }
}
