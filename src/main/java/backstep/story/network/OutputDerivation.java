package backstep.story.network;

import static backstep.story.network.DerivationSteps.over;

import backstep.network.Activation;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Value;
import backstep.story.network.Derivation.Derived;
import java.util.List;

/** The lines of a derivation that lead to δ of output 1: the chain rule, its two factors, and what becomes of them. */
final class OutputDerivation {

    private static final int E = 1;
    private static final int K = 1;

    private final Script script;
    private final Network network;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;
    private final Slopes slopes;
    private final int last;
    private final boolean isLoss;

    OutputDerivation(Script script) {
        this.script = script;
        this.network = script.network();
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
        this.slopes = new Slopes(script);
        this.last = network.outputLayer();
        this.isLoss = recording.setting().sign() == Sign.LOSS;
    }

    void addTo(List<Derived> steps) {
        if (network.activation(last) == Activation.SOFTMAX) {
            softmax(steps);
        } else {
            elementwise(steps);
        }
        steps.add(new Derived(new OutputDeltas(script).unit(K, E), false));
    }

    /** δ = ∂ℓ/∂a · g′(z). */
    private void elementwise(List<Derived> steps) {
        List<Address> own = List.of(Reads.a(last, K, E), new NetworkAddress.Target(K, E));
        double byA = byA(recording.a(last, K, E), recording.y(K, E));
        double slope = script.quantities().slope(last, K, E);
        String derivative = over(symbols.objective(), symbols.a(last, K, E));
        NetworkAddress.Unit delta = Reads.delta(last, K, E);
        List<Address> reads = Reads.all(own, script.reads().slope(last, K, E));
        add(
                steps,
                new Draft(script, delta)
                        .title("δ of an output")
                        .reads(reads)
                        .formula(derivative + " \\cdot g'(" + symbols.z(last, K, E) + ")", formulas.product(byA, slope))
                        .why("The output's sum acts on the " + symbols.objectiveWord()
                                + " through its activation, so there are two factors.")
                        .flag(slopes.convention(last, K, E)),
                false);
        add(
                steps,
                new Draft(script, delta, new Value.Scalar(byA))
                        .left(derivative)
                        .title("How the " + symbols.objectiveWord() + " changes with the output")
                        .reads(own)
                        .formula(byA(symbols.a(last, K, E), symbols.y(K, E)), byANumbers())
                        .why("This is the derivative of the " + symbols.objectiveWord() + " by the output itself."),
                true);
        add(
                steps,
                new Draft(script, delta, new Value.Scalar(slope))
                        .left("g'(" + symbols.z(last, K, E) + ")")
                        .title("The slope of the output's activation function")
                        .reads(script.reads().slope(last, K, E))
                        .rule(Slopes.rule(network.activation(last)))
                        .formula(slopes.symbols(last, K, E), slopes.numbers(last, K, E))
                        .why("This is how fast the output changes with its weighted sum.")
                        .flag(slopes.convention(last, K, E)),
                true);
        add(
                steps,
                new Draft(script, delta)
                        .title("Both factors together")
                        .reads(reads)
                        .formula(
                                byA(symbols.a(last, K, E), symbols.y(K, E)) + " \\cdot " + slopes.symbols(last, K, E),
                                byANumbers() + " \\times " + slopes.numbers(last, K, E))
                        .why(
                                network.loss().isLikelihood()
                                        ? "The denominator, which came from the logarithm, meets the same factor in the slope and cancels it."
                                        : "The squared error has no logarithm to cancel the slope, so the slope stays.")
                        .flag(slopes.convention(last, K, E)),
                false);
    }

    /** δₖ = Σⱼ ∂ℓ/∂aⱼ · ∂aⱼ/∂zₖ. */
    private void softmax(List<Derived> steps) {
        NetworkAddress.Unit delta = Reads.delta(last, K, E);
        List<Address> outputs = script.reads().units(Vector.A, last, E);
        String any = symbols.any(Vector.A, last, "j");
        String byAny = over(symbols.objective(), any);
        String z = symbols.z(last, K, E);
        double a = recording.a(last, K, E);
        double y = recording.y(K, E);
        add(
                steps,
                new Draft(script, delta)
                        .title("δ of a softmax output")
                        .reads(outputs, script.reads().targets(E))
                        .formula(
                                "\\sum_{j} " + byAny + " \\cdot " + over(any, z),
                                formulas.number(recording.delta(last, K, E)))
                        .why("Softmax ties the outputs together: one sum changes all of them, so all paths add up."),
                false);
        add(
                steps,
                new Draft(script, delta, new Value.Scalar(byA(a, y)))
                        .left(over(symbols.objective(), symbols.a(last, K, E)))
                        .title("How the " + symbols.objectiveWord() + " changes with an output")
                        .reads(List.of(Reads.a(last, K, E), new NetworkAddress.Target(K, E)))
                        .formula(byA(symbols.a(last, K, E), symbols.y(K, E)), byANumbers())
                        .why("This is the derivative of the " + symbols.objectiveWord() + " by one output."),
                true);
        add(
                steps,
                new Draft(script, delta, new Value.Scalar(a * (1 - a)))
                        .left(over(symbols.a(last, K, E), z))
                        .title("How a softmax output changes with its own sum")
                        .reads(List.of(Reads.a(last, K, E)))
                        .rule("\\frac{\\partial a_{j}}{\\partial z_{k}} = a_{j}\\,([j = k] - a_{k})")
                        .formula(
                                symbols.a(last, K, E) + "\\,(1 - " + symbols.a(last, K, E) + ")",
                                formulas.factors(a, 1 - a))
                        .why("A larger sum raises its own share, and takes from each other share in proportion."),
                true);
    }

    private void add(List<Derived> steps, Draft draft, boolean onTheWay) {
        steps.add(new Derived(draft.telling(), onTheWay));
    }

    /** ∂ℓ/∂a, with the sign that is in force. */
    private double byA(double a, double y) {
        double derivative = switch (network.loss()) {
            case BINARY_CROSS_ENTROPY -> (a - y) / (a * (1 - a));
            case CROSS_ENTROPY -> -y / a;
            case SQUARED_ERROR -> 2 * (a - y);
            case HALF_SQUARED_ERROR -> a - y;
        };
        return isLoss ? derivative : -derivative;
    }

    private String byA(String a, String y) {
        return switch (network.loss()) {
            case BINARY_CROSS_ENTROPY ->
                "\\frac{" + (isLoss ? a + " - " + y : y + " - " + a) + "}{" + a + "\\,(1 - " + a + ")}";
            case CROSS_ENTROPY -> (isLoss ? "-" : "") + "\\frac{" + y + "}{" + a + "}";
            case SQUARED_ERROR -> "2\\, (" + a + " - " + y + ")";
            case HALF_SQUARED_ERROR -> "(" + a + " - " + y + ")";
        };
    }

    private String byANumbers() {
        return byA(formulas.grouped(recording.a(last, K, E)), formulas.grouped(recording.y(K, E)));
    }
}
