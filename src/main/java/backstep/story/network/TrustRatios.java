package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;
import static backstep.story.network.UpdateTables.DIRECTION;
import static backstep.story.network.UpdateTables.THETA;

import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Sentence;
import backstep.training.EntryQuantity;
import backstep.training.Lamb;
import backstep.training.Update;
import java.util.List;

/** Tells what LAMB adds to Adam: u = m̂/(√v̂ + ε) + wΘ, and r = ‖Θ‖/‖u‖ of each layer. */
final class TrustRatios {

    private final Script script;
    private final Formulas formulas;
    private final Update update;
    private final double decay;

    TrustRatios(Script script) {
        this.script = script;
        this.formulas = script.formulas();
        this.update = script.quantities().update();
        this.decay = update.setting().optimizer() instanceof Lamb lamb ? lamb.weightDecay() : 0;
    }

    Telling direction(Piece piece) {
        Quotient adam = Quotient.ofMeans(script, piece);
        boolean decays = decay != 0;
        String weight = formulas.constant(decay) + " \\times " + piece.grouped(THETA);
        return new Draft(script, piece.of(DIRECTION))
                .title("Direction of " + piece.words(), piece.wordSymbols())
                .reads(adam.reads(), decays ? piece.reads(THETA) : List.of())
                .formula(
                        adam.symbols() + (decays ? " + w\\, " + piece.symbol(THETA) : ""),
                        adam.numbers() + (decays ? " + " + weight : ""))
                .numbers(decays ? named(adam.numbers(), "as in Adam") + " + " + named(weight, "decay") : adam.numbers())
                .why(
                        decays
                                ? "The direction is Adam's, and w times the weight makes large weights smaller."
                                : "The direction is Adam's; how far to go along it is decided for the whole layer.")
                .telling();
    }

    Telling measure(Measure measure, int l) {
        return switch (measure) {
            case THETA_NORM -> norm(measure, THETA, l, "Size of the weights of layer ");
            case DIRECTION_NORM -> norm(measure, DIRECTION, l, "Length of the direction of layer ");
            case TRUST_RATIO -> ratio(l);
            case LEARNING_RATE, NORM, CLIP ->
                throw new IllegalArgumentException(measure.spelling() + " is not of a layer");
        };
    }

    private Telling norm(Measure measure, Table table, int l, String title) {
        Tables tables = new Tables(script, table);
        double[] entries = table == THETA
                ? update.before().matrix(l).toArray()
                : update.matrix(EntryQuantity.DIRECTION, l).toArray();
        String letter = table == THETA ? "\\Theta" : "u";
        return new Draft(script, new NetworkAddress.OfMatrix(measure, l))
                .title(title + (l + 1))
                .reads(List.of(tables.whole(l)))
                .formula(
                        "\\sqrt{\\sum_{i,j} {" + letter + "_{ij}^{(" + l + ")}}^{2}}",
                        "\\sqrt{" + sum(entries.length, k -> "{" + formulas.grouped(entries[k]) + "}^{2}") + "}")
                .why(
                        table == THETA
                                ? "The size of all weights into the layer, those of the bias unit among them."
                                : "How far the weights of the layer would go without a measure.")
                .telling();
    }

    private Telling ratio(int l) {
        NetworkAddress size = new NetworkAddress.OfMatrix(Measure.THETA_NORM, l);
        NetworkAddress length = new NetworkAddress.OfMatrix(Measure.DIRECTION_NORM, l);
        Update.Lengths lengths = update.lengths().get(l - 1);
        boolean isOne = lengths.theta() == 0 || lengths.direction() == 0;
        Draft draft = new Draft(script, new NetworkAddress.OfMatrix(Measure.TRUST_RATIO, l))
                .title("Trust ratio of layer " + (l + 1))
                .reads(List.of(size, length))
                .rule("r^{(" + l + ")} = \\frac{" + script.symbols().latex(size) + "}{"
                        + script.symbols().latex(length) + "}");
        return (isOne
                        ? draft.formula("1", "1").why("Where a norm is 0, the trust ratio is 1 by convention.")
                        : draft.formula(
                                        "\\frac{" + script.symbols().latex(size) + "}{"
                                                + script.symbols().latex(length) + "}",
                                        "\\frac{" + formulas.number(lengths.theta()) + "}{"
                                                + formulas.number(lengths.direction()) + "}")
                                .why(Sentence.of(
                                        "With {} as factor, each layer moves by about the same share of its size.",
                                        formulas.symbol(lengths.trustRatio()))))
                .telling();
    }
}
