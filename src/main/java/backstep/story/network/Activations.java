package backstep.story.network;

import static backstep.story.network.Formulas.sum;

import backstep.network.Activation;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Sentence;
import backstep.story.Symbol;
import java.util.List;

/** Tells a⁽ˡ⁾ = g(z⁽ˡ⁾). */
final class Activations {

    private final Script script;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;

    Activations(Script script) {
        this.script = script;
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
    }

    /** aᵢ = g(zᵢ). */
    Telling unit(int l, int i, int e) {
        Activation g = script.network().activation(l);
        String z = symbols.z(l, i, e);
        boolean isSoftmax = g == Activation.SOFTMAX;
        Draft draft = new Draft(script, Reads.a(l, i, e))
                .title("Activation of " + script.names().placed(l, i))
                .reads(isSoftmax ? softmaxReads(l, i, e) : List.of(Reads.z(l, i, e)))
                .formula(
                        isSoftmax ? softmax(l, i, e) : of(g, z, z),
                        isSoftmax ? softmaxNumbers(l, i, e) : numbers(g, recording.z(l, i, e)))
                .why(why(g, l, i, e))
                .spoken("the " + Names.activation(g) + " of " + formulas.spoken(recording.z(l, i, e)));
        return draft.rule(isSoftmax ? softmaxRule(l, i, e) : symbols.a(l, i, e) + " = g(" + z + ") = " + of(g, z, z))
                .telling();
    }

    /** a = g(z) of a whole layer. */
    Telling layer(int l, int e) {
        Activation g = script.network().activation(l);
        NetworkAddress.Layer z = new NetworkAddress.Layer(Vector.Z, l, e);
        String name =
                g == Activation.LINEAR ? "" : "\\mathrm{" + Names.activation(g).replace(" ", "\\ ") + "}";
        String numbers = formulas.column(script.network().units(l), i -> recording.z(l, i + 1, e));
        return new Draft(script, new NetworkAddress.Layer(Vector.A, l, e))
                .title("Activations of " + script.names().layer(l))
                .reads(List.of(z))
                .rule(symbols.latex(new NetworkAddress.Layer(Vector.A, l, e)) + " = g(" + symbols.latex(z) + ")")
                .formula(applied(name, symbols.latex(z)), applied(name, numbers))
                .why(
                        g.isElementwise()
                                ? "The activation function acts on each unit's sum by itself."
                                : "Softmax turns the sums into positive numbers that add up to 1.")
                .telling();
    }

    private static String applied(String name, String operand) {
        return name.isEmpty() ? operand : name + "\\left(" + operand + "\\right)";
    }

    private List<Address> softmaxReads(int l, int i, int e) {
        return Reads.all(List.of(Reads.z(l, i, e)), script.reads().units(Vector.Z, l, e));
    }

    private String softmaxRule(int l, int i, int e) {
        return symbols.a(l, i, e) + " = \\frac{e^{" + symbols.z(l, i, e) + "}}{\\sum_{k} e^{"
                + symbols.any(Vector.Z, l, "k") + "}}";
    }

    private String softmax(int l, int i, int e) {
        return "\\frac{e^{" + symbols.z(l, i, e) + "}}{"
                + sum(script.network().units(l), k -> "e^{" + symbols.z(l, k + 1, e) + "}") + "}";
    }

    private String softmaxNumbers(int l, int i, int e) {
        return "\\frac{e^{" + formulas.number(recording.z(l, i, e)) + "}}{"
                + sum(script.network().units(l), k -> "e^{" + formulas.number(recording.z(l, k + 1, e)) + "}") + "}";
    }

    private String numbers(Activation g, double z) {
        return of(g, formulas.number(z), formulas.grouped(z));
    }

    /** {@return g of an operand; {@code factor} is the same where it is multiplied or has a sign before it} */
    private static String of(Activation g, String operand, String factor) {
        return switch (g) {
            case SIGMOID -> "\\frac{1}{1 + e^{-" + factor + "}}";
            case RELU -> "\\max(0,\\, " + operand + ")";
            case TANH -> "\\tanh(" + operand + ")";
            case LINEAR, SOFTMAX -> operand;
            case LEAKY_RELU -> "\\max(0.01 \\times " + factor + ",\\, " + operand + ")";
        };
    }

    private Sentence why(Activation g, int l, int i, int e) {
        double z = recording.z(l, i, e);
        double a = recording.a(l, i, e);
        Symbol ofZ = symbols.brief(Reads.z(l, i, e));
        Symbol ofA = symbols.brief(Reads.a(l, i, e));
        return switch (g) {
            case SIGMOID -> Sentence.of("The sigmoid squeezes {} into the range from 0 to 1; " + sigmoid(a), ofZ);
            case TANH -> Sentence.of("The tanh squeezes {} into the range from −1 to 1 and keeps its sign.", ofZ);
            case LINEAR -> Sentence.of("This unit hands on its sum {} as it is.", ofZ);
            case RELU ->
                z > 0
                        ? Sentence.of("{} is positive, so the ReLU lets it through as it is.", ofZ)
                        : Sentence.of(
                                "{} is not positive, so the ReLU gives 0: this unit is silent for this example.", ofZ);
            case LEAKY_RELU ->
                z > 0
                        ? Sentence.of("{} is positive, so the leaky ReLU lets it through as it is.", ofZ)
                        : Sentence.of(
                                "{} is not positive, so the leaky ReLU lets only a hundredth of it through.", ofZ);
            case SOFTMAX -> softmaxWhy(l, i, e, ofA);
        };
    }

    private static String sigmoid(double a) {
        if (a == 0 || a == 1) {
            return "it is so far out that the result rounds to " + (int) a + ".";
        }
        return a > 0.5
                ? "a positive sum gives more than one half."
                : a < 0.5 ? "a negative sum gives less than one half." : "0 gives one half.";
    }

    private Sentence softmaxWhy(int l, int i, int e, Symbol ofA) {
        int largest = 1;
        for (int k = 2; k <= script.network().units(l); k++) {
            largest = recording.a(l, k, e) > recording.a(l, largest, e) ? k : largest;
        }
        return recording.a(l, i, e) == recording.a(l, largest, e)
                ? Sentence.of("Softmax makes shares that add up to 1; no other output has a larger share than {}.", ofA)
                : Sentence.of(
                        "Softmax makes shares that add up to 1; the largest one is {}, so {} gets less.",
                        symbols.brief(Reads.a(l, largest, e)),
                        ofA);
    }
}
