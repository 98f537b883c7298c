package backstep.story.network;

import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Value;
import backstep.story.network.Derivation.Derived;
import java.util.ArrayList;
import java.util.List;

/** The lines of a derivation, told of weight Θ₁₁ into unit 1 of the last hidden layer, or of the output where there is none. */
final class DerivationSteps {

    private static final int E = 1;
    private static final int I = 1;
    private static final int J = 1;

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final int l;
    private final List<Derived> steps = new ArrayList<>();

    DerivationSteps(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.l = Math.max(2, network.depth());
    }

    List<Derived> all() {
        weight();
        if (network.depth() > 1) {
            steps.addAll(new HiddenDerivation(script, l).all());
        }
        new OutputDerivation(script).addTo(steps);
        if (network.depth() > 2) {
            recursion();
        }
        gradient();
        return steps;
    }

    /** ∂ℓ/∂Θᵢⱼ = ∂ℓ/∂zᵢ · ∂zᵢ/∂Θᵢⱼ = δᵢ aⱼ. */
    private void weight() {
        NetworkAddress.Entry weight = Reads.theta(l - 1, I, J);
        NetworkAddress.Entry first = new NetworkAddress.Entry(Table.Sum.after(1), l - 1, I, J);
        double delta = recording.delta(l, I, E);
        double a = recording.a(l - 1, J, E);
        Value product = new Value.Scalar(delta * a);
        String slope = over(symbols.objective(), symbols.latex(weight));
        String ofZ = over(symbols.objective(), symbols.z(l, I, E));
        String zOfWeight = over(symbols.z(l, I, E), symbols.latex(weight));
        List<Address> reads = List.of(Reads.delta(l, I, E), Reads.a(l - 1, J, E));
        add(
                new Draft(script, first, product)
                        .left(slope)
                        .title("The weight acts through z")
                        .reads(reads)
                        .formula(ofZ + " \\cdot " + zOfWeight, formulas.product(delta, a))
                        .why(
                                "{} reaches the " + symbols.objectiveWord()
                                        + " through {} alone, so the chain rule has two factors.",
                                symbols.of(weight),
                                symbols.of(Reads.z(l, I, E))),
                false);
        add(
                new Draft(script, first, new Value.Scalar(a))
                        .left(zOfWeight)
                        .title("How z changes with the weight")
                        .reads(List.of(Reads.a(l - 1, J, E)))
                        .rule(zOfWeight + " = \\frac{\\partial}{\\partial " + symbols.latex(weight) + "} \\sum_{j} "
                                + symbols.anyTheta(l - 1, NetworkSymbols.pair(I, "j")) + "\\, "
                                + symbols.any(Vector.A, l - 1, "j")
                                + " = " + symbols.a(l - 1, J, E))
                        .formula(symbols.a(l - 1, J, E), formulas.number(a))
                        .why(
                                "Only one term of the sum contains this weight, and the weight is multiplied by {} there.",
                                symbols.of(Reads.a(l - 1, J, E))),
                true);
        add(
                new Draft(script, first, product)
                        .left(slope)
                        .title("The name δ")
                        .reads(reads)
                        .rule(symbols.delta(l, I, E) + " := " + ofZ + " \\;\\Rightarrow\\; " + slope + " = "
                                + symbols.delta(l, I, E) + "\\, " + symbols.a(l - 1, J, E))
                        .formula(symbols.delta(l, I, E) + "\\, " + symbols.a(l - 1, J, E), formulas.product(delta, a))
                        .why(
                                "With δ for the derivative by z, every weight's derivative is δ at its head times a at its tail."),
                false);
    }

    /** The same one layer further back. */
    private void recursion() {
        add(
                new HiddenDerivation(script, l - 1)
                        .collected()
                        .title("The same again, one layer back")
                        .rule(
                                "\\delta^{(l)} = \\left({\\Theta^{(l)}}^{\\top} \\delta^{(l+1)}\\right) \\odot g'(z^{(l)})")
                        .why(
                                "Nothing in the argument depended on the layer, so each δ follows from those of the next layer."),
                false);
    }

    /** Δ and D of the weight. */
    private void gradient() {
        int n = recording.examples();
        Telling total = new Totals(script).overview(l - 1, I, J, n);
        add(
                new Draft(script, new NetworkAddress.Entry(Table.Sum.after(n), l - 1, I, J))
                        .title("All examples together")
                        .reads(total.line().reads())
                        .formula(total.line().operation(), total.line().substituted())
                        .why("The derivative of a sum of losses is the sum of their derivatives."),
                false);
        Telling d = new Gradients(script).entry(l - 1, I, J);
        steps.add(new Derived(d, false));
    }

    private void add(Draft draft, boolean onTheWay) {
        steps.add(new Derived(draft.telling(), onTheWay));
    }

    static String over(String above, String below) {
        return "\\frac{\\partial " + above + "}{\\partial " + below + "}";
    }
}
