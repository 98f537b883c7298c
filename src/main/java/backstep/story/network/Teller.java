package backstep.story.network;

import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;

/** Tells any number of a pass: each by the rule that makes it. */
final class Teller {

    private final Script script;
    private final Givens givens;
    private final Network network;
    private final WeightedSums sums;
    private final PlainSums plainSums;
    private final Normalisations normalisations;
    private final PathDeltas pathDeltas;
    private final ShareTotals shares;
    private final Activations activations;
    private final Losses losses;
    private final OutputDeltas outputDeltas;
    private final OutputLayerDelta outputLayer;
    private final HiddenDeltas hiddenDeltas;
    private final Totals totals;
    private final Costs costs;
    private final Gradients gradients;
    private final OptimizerTeller optimizer;
    private final int last;

    Teller(Script script) {
        this.script = script;
        givens = new Givens(script);
        network = script.network();
        sums = new WeightedSums(script);
        plainSums = new PlainSums(script);
        normalisations = new Normalisations(script);
        pathDeltas = new PathDeltas(script);
        shares = new ShareTotals(script);
        activations = new Activations(script);
        losses = new Losses(script);
        outputDeltas = new OutputDeltas(script);
        outputLayer = new OutputLayerDelta(script);
        hiddenDeltas = new HiddenDeltas(script);
        totals = new Totals(script);
        costs = new Costs(script);
        gradients = new Gradients(script);
        optimizer = new OptimizerTeller(script);
        last = script.network().outputLayer();
    }

    /** {@return how a complete number, or a row, layer or matrix of them, came to be} */
    Telling of(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit -> unit(unit);
            case NetworkAddress.Layer(Vector vector, int l, int e) -> layer(vector, l, e);
            case NetworkAddress.OfChannel(Moment moment, int l, int c) -> normalisations.moment(moment, l, c);
            case NetworkAddress.OfChannels(Moment moment, int l) -> normalisations.moments(moment, l);
            case NetworkAddress.Target _, NetworkAddress.Targets _ -> givens.of(quantity);
            case NetworkAddress.Loss(int e, int k) -> k == 0 ? losses.of(e) : losses.after(e);
            case NetworkAddress.Cost(int k) -> k == 0 ? costs.cost() : costs.after();
            case NetworkAddress.OfUpdate(Measure measure) -> optimizer.measure(measure, 0);
            case NetworkAddress.OfMatrix(Measure measure, int l) -> optimizer.measure(measure, l);
            case NetworkAddress.Entry(Table table, int l, int i, int j) -> entry(table, l, i, j);
            case NetworkAddress.Row(Table table, int l, int i) -> row(table, l, i);
            case NetworkAddress.Whole(Table table, int l) -> whole(table, l);
        };
    }

    private Telling unit(NetworkAddress.Unit unit) {
        int l = unit.layer();
        int i = unit.unit();
        int e = unit.example();
        return switch (unit.vector()) {
            case X_HAT -> normalisations.xHat(l, i, e);
            case Z ->
                switch (network.layer(l)) {
                    case Dense _ -> sums.unit(l, i, e);
                    case BatchNorm _ -> normalisations.unit(l, i, e);
                    case Conv2d _, MaxPool2d _, Flatten _, Addition _ -> plainSums.unit(l, i, e);
                };
            case A -> l == 1 || i == 0 ? givens.of(unit) : activations.unit(l, i, e);
            case DELTA ->
                l == last
                        ? outputDeltas.unit(i, e)
                        : Paths.isPlain(network, l) ? hiddenDeltas.unit(l, i, e) : pathDeltas.unit(l, i, e);
        };
    }

    private Telling layer(Vector vector, int l, int e) {
        return switch (vector) {
            case X_HAT -> normalisations.xHats(l, e);
            case Z ->
                switch (network.layer(l)) {
                    case Dense _ -> sums.layer(l, e);
                    case BatchNorm _ -> normalisations.layer(l, e);
                    case Conv2d _, MaxPool2d _, Flatten _, Addition _ -> plainSums.layer(l, e);
                };
            case A -> l == 1 ? givens.of(new NetworkAddress.Layer(vector, l, e)) : activations.layer(l, e);
            case DELTA ->
                l == last
                        ? outputLayer.of(e)
                        : Paths.isPlain(network, l) ? hiddenDeltas.layer(l, e) : pathDeltas.layer(l, e);
        };
    }

    private Telling entry(Table table, int l, int i, int j) {
        return switch (table) {
            case Table.Weights(int k) ->
                k == 0
                        ? givens.of(new NetworkAddress.Entry(table, l, i, j))
                        : optimizer.weights(Piece.entry(script, l, i, j));
            case Table.Sum sum ->
                Paths.isDense(network, l + 1)
                        ? totals.entry(l, i, j, examples(sum))
                        : shares.entry(l, i, j, examples(sum));
            case Table.Gradient() -> gradients.entry(l, i, j);
            case Table.Remembered remembered -> optimizer.remembered(remembered, Piece.entry(script, l, i, j));
            case Table.Made(Part part) -> optimizer.made(part, Piece.entry(script, l, i, j));
        };
    }

    private Telling row(Table table, int l, int i) {
        return switch (table) {
            case Table.Weights(int k) ->
                k == 0 ? givens.of(new NetworkAddress.Row(table, l, i)) : optimizer.weights(Piece.row(script, l, i));
            case Table.Sum sum ->
                Paths.isDense(network, l + 1) ? totals.row(l, i, examples(sum)) : shares.row(l, i, examples(sum));
            case Table.Gradient() -> gradients.row(l, i);
            case Table.Remembered remembered -> optimizer.remembered(remembered, Piece.row(script, l, i));
            case Table.Made(Part part) -> optimizer.made(part, Piece.row(script, l, i));
        };
    }

    private Telling whole(Table table, int l) {
        return switch (table) {
            case Table.Weights(int k) ->
                k == 0 ? givens.of(new NetworkAddress.Whole(table, l)) : optimizer.weights(Piece.whole(script, l));
            case Table.Sum sum ->
                Paths.isDense(network, l + 1) ? totals.whole(l, examples(sum)) : shares.whole(l, examples(sum));
            case Table.Gradient() -> gradients.whole(l);
            case Table.Remembered remembered -> optimizer.remembered(remembered, Piece.whole(script, l));
            case Table.Made(Part part) -> optimizer.made(part, Piece.whole(script, l));
        };
    }

    private int examples(Table.Sum sum) {
        return sum.examples().orElse(script.quantities().examples());
    }

    /** {@return the same as an explanation tells it: Δ as a sum over the examples} */
    Telling overview(NetworkAddress quantity) {
        return quantity instanceof NetworkAddress.Entry(Table.Sum sum, int l, int i, int j)
                        && Paths.isDense(network, l + 1)
                ? totals.overview(l, i, j, examples(sum))
                : of(quantity);
    }

    /** {@return a step of zᵢ⁽ˡ⁾: the product Θᵢⱼ aⱼ} */
    Telling sumTerm(int l, int i, int j, int e) {
        return sums.term(l, i, j, e);
    }

    /** {@return a step of δᵢ⁽ˡ⁾: the product Θₖᵢ δₖ} */
    Telling blameTerm(int l, int i, int k, int e) {
        return hiddenDeltas.term(l, i, k, e);
    }

    /** {@return the last step of δᵢ⁽ˡ⁾: times g′} */
    Telling slope(int l, int i, int e) {
        return hiddenDeltas.slope(l, i, e);
    }
}
