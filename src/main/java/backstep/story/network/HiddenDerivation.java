package backstep.story.network;

import static backstep.story.network.DerivationSteps.over;
import static backstep.story.network.Formulas.sum;

import backstep.network.Activation;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Value;
import backstep.story.network.Derivation.Derived;
import java.util.ArrayList;
import java.util.List;

/** The lines of a derivation that lead to δ of unit 1 of a hidden layer: δᵢ = Σₖ δₖ ∂zₖ/∂zᵢ, ∂zₖ/∂zᵢ = Θₖᵢ g′(zᵢ). */
final class HiddenDerivation {

    private static final int E = 1;
    private static final int I = 1;

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Slopes slopes;
    private final int l;
    private final List<Derived> steps = new ArrayList<>();

    HiddenDerivation(Script script, int l) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.slopes = new Slopes(script);
        this.l = l;
    }

    List<Derived> all() {
        everyPath();
        oneEdge();
        slopeOfTheUnit();
        add(
                collected()
                        .title("δ of the hidden unit")
                        .rule(symbols.delta(l, I, E) + " = g'(" + symbols.z(l, I, E) + ") \\sum_{k} "
                                + symbols.anyTheta(l, NetworkSymbols.pair("k", I)) + "\\, "
                                + symbols.any(Vector.DELTA, l + 1, "k"))
                        .why(
                                "The slope does not depend on k, so it stands before the sum; what remains are the next layer's δ."),
                false);
        return steps;
    }

    /** {@return δᵢ = g′(zᵢ) Σₖ Θₖᵢ δₖ} */
    Draft collected() {
        int outputs = network.units(l + 1);
        return new Draft(script, Reads.delta(l, I, E))
                .reads(blame(), ownSlope())
                .formula(
                        slopes.symbols(l, I, E) + "\\, ("
                                + sum(
                                        outputs,
                                        k -> symbols.theta(l, k + 1, I) + "\\, " + symbols.delta(l + 1, k + 1, E))
                                + ")",
                        slopes.numbers(l, I, E) + " \\times ("
                                + sum(
                                        outputs,
                                        k -> formulas.factors(
                                                recording.theta(l, k + 1, I), recording.delta(l + 1, k + 1, E)))
                                + ")")
                .flag(slopes.convention(l, I, E));
    }

    /** g′(zᵢ). */
    private double slope() {
        return script.quantities().slope(l, I, E);
    }

    private List<Address> ownSlope() {
        return script.reads().slope(l, I, E);
    }

    private List<Address> blame() {
        return script.reads().blame(l, I, E);
    }

    /** δᵢ = Σₖ δₖ ∂zₖ/∂zᵢ. */
    private void everyPath() {
        int outputs = network.units(l + 1);
        double slope = slope();
        add(
                new Draft(script, Reads.delta(l, I, E))
                        .title("A hidden unit acts through every unit it feeds")
                        .reads(blame(), ownSlope())
                        .rule(symbols.delta(l, I, E) + " = \\sum_{k} " + symbols.any(Vector.DELTA, l + 1, "k")
                                + "\\, \\frac{\\partial " + symbols.any(Vector.Z, l + 1, "k") + "}{\\partial "
                                + symbols.z(l, I, E) + "}")
                        .formula(
                                sum(
                                        outputs,
                                        k -> symbols.delta(l + 1, k + 1, E) + " \\cdot "
                                                + over(symbols.z(l + 1, k + 1, E), symbols.z(l, I, E))),
                                sum(
                                        outputs,
                                        k -> formulas.factors(
                                                recording.delta(l + 1, k + 1, E),
                                                recording.theta(l, k + 1, I) * slope)))
                        .why(
                                "A change of {} reaches the " + symbols.objectiveWord()
                                        + " along each edge, and the paths add up.",
                                symbols.of(Reads.z(l, I, E))),
                false);
    }

    /** ∂zₖ/∂zᵢ = Θₖᵢ g′(zᵢ). */
    private void oneEdge() {
        double theta = recording.theta(l, 1, I);
        double slope = slope();
        add(
                new Draft(script, Reads.delta(l, I, E), new Value.Scalar(theta * slope))
                        .left(over(symbols.z(l + 1, 1, E), symbols.z(l, I, E)))
                        .title("One edge")
                        .reads(List.of(Reads.theta(l, 1, I)), ownSlope())
                        .formula(
                                symbols.theta(l, 1, I) + "\\, g'(" + symbols.z(l, I, E) + ")",
                                formulas.product(theta, slope))
                        .why("Along the edge a change first passes g, then is multiplied by the weight."),
                true);
    }

    private void slopeOfTheUnit() {
        add(
                new Draft(script, Reads.delta(l, I, E), new Value.Scalar(slope()))
                        .left("g'(" + symbols.z(l, I, E) + ")")
                        .title("The slope of the activation function")
                        .reads(ownSlope())
                        .rule(Slopes.rule(network.activation(l)))
                        .formula(
                                network.activation(l) == Activation.LINEAR ? "1" : slopes.symbols(l, I, E),
                                slopes.numbers(l, I, E))
                        .why(Slopes.why(network.activation(l)))
                        .flag(slopes.convention(l, I, E)),
                true);
    }

    private void add(Draft draft, boolean onTheWay) {
        steps.add(new Derived(draft.telling(), onTheWay));
    }
}
