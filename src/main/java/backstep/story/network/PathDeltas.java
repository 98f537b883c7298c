package backstep.story.network;

import static backstep.story.network.Formulas.named;

import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.network.Paths.Product;
import java.util.ArrayList;
import java.util.List;

/** Tells δ⁽ˡ⁾ where what comes back is more, or other, than the products of one dense layer. */
final class PathDeltas {

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Paths paths;
    private final ProductFormula products;
    private final Normalisations normalisations;
    private final Slopes slopes;

    PathDeltas(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.paths = new Paths(recording);
        this.products = new ProductFormula(script);
        this.normalisations = new Normalisations(script);
        this.slopes = new Slopes(script);
    }

    /** δᵢ = g′(zᵢ) (what comes through layer l + 1 + what comes past residual blocks). */
    Telling unit(int l, int i, int e) {
        List<Product> through = paths.through(l, i, e);
        List<Product> past = paths.past(l, i, e);
        boolean isNormalised = network.layer(l + 1) instanceof BatchNorm;
        String throughSymbols = isNormalised ? normalised(l + 1, i, e) : products.sum(through);
        String throughNumbers = isNormalised ? normalisedNumbers(l + 1, i, e) : products.sumOfNumbers(through);
        String pastSymbols = past.isEmpty() ? "" : " + " + products.sum(past);
        String pastNumbers = past.isEmpty() ? "" : " + " + products.sumOfNumbers(past);
        return new Draft(script, Reads.delta(l, i, e))
                .title("Blame for " + script.names().placed(l, i))
                .reads(
                        isNormalised ? normalisedReads(l + 1, i, e) : products.reads(through),
                        products.reads(past),
                        script.reads().slope(l, i, e))
                .formula(
                        timesSlope(l, slopes.symbols(l, i, e), throughSymbols + pastSymbols),
                        timesSlope(l, slopes.numbers(l, i, e), throughNumbers + pastNumbers))
                .numbers(named(slopes.numbers(l, i, e), slopes.name(l)) + " \\times \\left("
                        + named(throughNumbers, "through " + script.names().layer(l + 1))
                        + (past.isEmpty() ? "" : " + " + named(products.sumOfNumbers(past), "past the block"))
                        + "\\right)")
                .why(why(l, through.isEmpty(), !past.isEmpty()))
                .flag(slopes.convention(l, i, e))
                .telling();
    }

    private String timesSlope(int l, String slope, String blame) {
        return network.activation(l) == Activation.LINEAR ? blame : slope + " \\cdot \\left(" + blame + "\\right)";
    }

    private String why(int l, boolean nothing, boolean past) {
        if (past) {
            return "Two paths lead back to this unit, one through the block and one past it; what comes along both adds up.";
        }
        return switch (network.layer(l + 1)) {
            case Dense _ -> "Along each edge comes back the δ of the unit at its end, times the weight.";
            case Conv2d _ ->
                "Every place at which a filter saw this number sends its δ back, times the weight it was seen with.";
            case MaxPool2d _ ->
                nothing
                        ? "It was not the largest in its window, so nothing comes back to it."
                        : "It was the largest in its window, so the whole δ of the window comes back to it.";
            case Flatten _ -> "Flattening moved the number, so its δ only moves back.";
            case BatchNorm _ ->
                "A change here also moves the mean and the variance of the batch; what that does to all examples is taken off.";
            case Addition _ -> "An addition hands its δ on to the block as it is.";
        };
    }

    /** γ/√(σ² + ε) (δ − (Σδ + x̂ Σδx̂) / m). */
    private String normalised(int l, int i, int e) {
        int c = normalisations.channel(l, i);
        return "\\frac{" + symbols.theta(l - 1, c, 0) + "}{" + normalisations.deviation(l, c) + "} \\left("
                + symbols.delta(l, i, e) + " - \\frac{" + symbols.latex(sum(l, c, 1)) + " + "
                + symbols.latex(xHat(l, i, e)) + "\\, " + symbols.latex(sum(l, c, 0)) + "}{" + normalisations.count(l)
                + "}\\right)";
    }

    private String normalisedNumbers(int l, int i, int e) {
        int c = normalisations.channel(l, i);
        return "\\frac{" + formulas.number(recording.theta(l - 1, c, 0)) + "}{" + normalisations.deviationNumbers(l, c)
                + "} \\left(" + formulas.number(recording.delta(l, i, e)) + " - \\frac{"
                + formulas.number(recording.sum(l - 1, c, 1)) + " + "
                + formulas.factors(recording.xHat(l, i, e), recording.sum(l - 1, c, 0)) + "}{"
                + normalisations.count(l) + "}\\right)";
    }

    private List<Address> normalisedReads(int l, int i, int e) {
        int c = normalisations.channel(l, i);
        return List.of(
                Reads.theta(l - 1, c, 0),
                Normalisations.variance(l, c),
                Reads.delta(l, i, e),
                sum(l, c, 1),
                xHat(l, i, e),
                sum(l, c, 0));
    }

    private static NetworkAddress.Entry sum(int l, int c, int column) {
        return new NetworkAddress.Entry(new Table.Sum(java.util.OptionalInt.empty()), l - 1, c, column);
    }

    private static NetworkAddress.Unit xHat(int l, int i, int e) {
        return new NetworkAddress.Unit(Vector.X_HAT, l, i, e);
    }

    /** δ of a whole layer: what comes back along all paths, times g′. */
    Telling layer(int l, int e) {
        NetworkAddress.Layer z = new NetworkAddress.Layer(Vector.Z, l, e);
        List<Address> reads = new ArrayList<>(layerReads(l, e));
        reads.add(z);
        StringBuilder inSymbols = new StringBuilder(layerThrough(l, e));
        StringBuilder inNumbers = new StringBuilder(formulas.column(network.units(l), i -> through(l, i + 1, e)));
        for (int k : Paths.bypasses(network, l)) {
            NetworkAddress.Layer delta = new NetworkAddress.Layer(Vector.DELTA, k, e);
            reads.add(delta);
            inSymbols.append(" + ").append(symbols.latex(delta));
            inNumbers.append(" + ").append(formulas.column(network.units(l), i -> recording.delta(k, i + 1, e)));
        }
        String slope =
                formulas.column(network.units(l), i -> script.quantities().slope(l, i + 1, e));
        return new Draft(script, new NetworkAddress.Layer(Vector.DELTA, l, e))
                .title("Blame for " + script.names().layer(l))
                .reads(reads)
                .formula(
                        "\\left(" + inSymbols + "\\right) \\odot g'(" + symbols.latex(z) + ")",
                        "\\left(" + inNumbers + "\\right) \\odot " + slope)
                .why(why(l, false, !Paths.bypasses(network, l).isEmpty()))
                .telling();
    }

    /** {@return what comes back to aᵢ⁽ˡ⁾ through layer l + 1} */
    private double through(int l, int i, int e) {
        if (!(network.layer(l + 1) instanceof BatchNorm)) {
            return products.total(paths.through(l, i, e));
        }
        int c = normalisations.channel(l + 1, i);
        double factor =
                recording.theta(l, c, 0) / Math.sqrt(recording.moments(l + 1).at(c - 1, 1) + BatchNorm.EPS);
        double mean = recording.sum(l, c, 1) / normalisations.count(l + 1);
        double scaled = recording.sum(l, c, 0) / normalisations.count(l + 1);
        return factor * (recording.delta(l + 1, i, e) - mean - recording.xHat(l + 1, i, e) * scaled);
    }

    private String layerThrough(int l, int e) {
        String delta = symbols.latex(new NetworkAddress.Layer(Vector.DELTA, l + 1, e));
        String theta = symbols.latex(new NetworkAddress.Whole(new Table.Weights(0), l));
        return switch (network.layer(l + 1)) {
            case Dense _ -> "{" + theta + "}^{\\top} " + delta;
            case Conv2d _ -> "{" + theta + "}^{\\top} \\ast " + delta;
            case MaxPool2d _ -> delta + " \\cdot [\\text{largest in its window}]";
            case Flatten _, Addition _ -> delta;
            case BatchNorm _ ->
                "\\frac{\\gamma}{\\sqrt{\\sigma^{2} + \\varepsilon}} \\odot \\left(" + delta + " - \\frac{1}{"
                        + normalisations.count(l + 1)
                        + "} \\sum \\left(\\delta + \\hat{x} \\sum \\delta\\, \\hat{x}\\right)\\right)";
        };
    }

    private List<Address> layerReads(int l, int e) {
        NetworkAddress.Layer delta = new NetworkAddress.Layer(Vector.DELTA, l + 1, e);
        NetworkAddress.Whole theta = new NetworkAddress.Whole(new Table.Weights(0), l);
        return switch (network.layer(l + 1)) {
            case Dense _, Conv2d _ -> List.of(theta, delta);
            case MaxPool2d _, Flatten _, Addition _ -> List.of(delta);
            case BatchNorm _ ->
                List.of(
                        theta,
                        new NetworkAddress.OfChannels(Moment.VARIANCE, l + 1),
                        delta,
                        new NetworkAddress.Layer(Vector.X_HAT, l + 1, e),
                        new NetworkAddress.Whole(new Table.Sum(java.util.OptionalInt.empty()), l));
        };
    }
}
