package backstep.story.network;

import backstep.autodiff.Flag;
import backstep.network.Activation;
import backstep.network.Recording;
import java.util.Optional;

/** Writes g′(z) of the elementwise activations. */
record Slopes(Script script) {

    /** {@return g′ in symbols, as a factor: a(1 − a)} */
    String symbols(int l, int i, int e) {
        String a = script.symbols().a(l, i, e);
        return switch (activation(l)) {
            case SIGMOID -> a + "\\,(1 - " + a + ")";
            case TANH -> "(1 - {" + a + "}^{2})";
            case RELU, LEAKY_RELU -> "g'(" + script.symbols().z(l, i, e) + ")";
            case LINEAR, SOFTMAX -> "1";
        };
    }

    /** {@return g′ with numbers, as a factor} */
    String numbers(int l, int i, int e) {
        Recording recording = script.recording();
        double a = recording.a(l, i, e);
        return switch (activation(l)) {
            case SIGMOID -> script.formulas().factors(a, 1 - a);
            case TANH ->
                "(1 - {"
                        + (a < 0
                                ? "(" + script.formulas().number(a) + ")"
                                : script.formulas().number(a)) + "}^{2})";
            case RELU, LEAKY_RELU ->
                script.formulas().number(script.quantities().slope(l, i, e));
            case LINEAR, SOFTMAX -> "1";
        };
    }

    /** {@return what the factor is called below a brace} */
    String name(int l) {
        Activation activation = activation(l);
        return activation == Activation.LINEAR ? "slope" : "slope of the " + Names.activation(activation);
    }

    /** {@return g′ of z, and how it is written with a} */
    static String rule(Activation g) {
        return "g'(z) = "
                + switch (g) {
                    case SIGMOID ->
                        "\\frac{e^{-z}}{(1 + e^{-z})^{2}} = \\frac{1}{1 + e^{-z}} \\cdot \\frac{e^{-z}}{1 + e^{-z}} = a\\,(1 - a)";
                    case TANH -> "1 - \\tanh^{2} z = 1 - a^{2}";
                    case RELU -> "\\begin{cases} 1 & z > 0 \\\\ 0 & z \\le 0 \\end{cases}";
                    case LEAKY_RELU -> "\\begin{cases} 1 & z > 0 \\\\ 0.01 & z \\le 0 \\end{cases}";
                    case LINEAR, SOFTMAX -> "1";
                };
    }

    /** {@return what the slope means} */
    static String why(Activation g) {
        return switch (g) {
            case SIGMOID, TANH ->
                "The slope can be written with a alone, so the forward pass has already done the work.";
            case RELU -> "The ReLU passes a change on as it is where z is positive, and stops it elsewhere.";
            case LEAKY_RELU ->
                "The leaky ReLU passes a change on where z is positive, and a hundredth of it elsewhere.";
            case LINEAR, SOFTMAX -> "A linear unit passes every change on as it is.";
        };
    }

    /** {@return whether g has a corner at 0} */
    static boolean hasCorner(Activation activation) {
        return activation == Activation.RELU || activation == Activation.LEAKY_RELU;
    }

    /** {@return what is to be said where g has a corner at z} */
    Optional<Flag> convention(int l, int i, int e) {
        boolean corner = script.recording().z(l, i, e) == 0;
        return switch (activation(l)) {
            case RELU -> corner ? corner("ReLU", "0") : Optional.empty();
            case LEAKY_RELU -> corner ? corner("leaky ReLU", "0.01") : Optional.empty();
            case SIGMOID, TANH, LINEAR, SOFTMAX -> Optional.empty();
        };
    }

    private static Optional<Flag> corner(String name, String slope) {
        return Optional.of(new Flag(
                Flag.Kind.NOT_DIFFERENTIABLE,
                "The " + name + " has a corner at z = 0 and no derivative there; by convention its slope is " + slope
                        + "."));
    }

    private Activation activation(int l) {
        return script.network().activation(l);
    }
}
