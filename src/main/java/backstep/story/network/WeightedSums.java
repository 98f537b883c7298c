package backstep.story.network;

import static backstep.story.network.Formulas.matrix;
import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;

import backstep.network.Recording;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Sentence;
import backstep.story.Symbol;
import backstep.story.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Tells z⁽ˡ⁾ = Θ⁽ˡ⁻¹⁾ [1; a⁽ˡ⁻¹⁾]. */
final class WeightedSums {

    private static final String OVERFLOW =
            "The products of weights and activations add up to more than a double can hold, about 1.8 × 10³⁰⁸.";

    private final Script script;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;

    WeightedSums(Script script) {
        this.script = script;
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
    }

    /** zᵢ = Σⱼ Θᵢⱼ aⱼ, j from 0. */
    Telling unit(int l, int i, int e) {
        int terms = terms(l);
        Draft draft = new Draft(script, Reads.z(l, i, e))
                .title("Weighted sum of " + script.names().unit(l, i))
                .reads(script.reads().weightedInputs(l, i, e))
                .rule(rule(l, i, e))
                .formula(sum(terms, j -> symbolTerm(l, i, j, e)), sum(terms, j -> numberTerm(l, i, j, e)))
                .numbers(numbers(l, i, e))
                .why(why(l, i, e))
                .spoken(Formulas.isShort(terms) ? spokenSum(l, i, e) : "a sum of " + terms + " terms")
                .overflow(OVERFLOW);
        return (Formulas.isShort(terms)
                        ? draft.here(symbols.z(l, i, e) + " = " + sum(terms, j -> symbolTerm(l, i, j, e)))
                        : draft)
                .telling();
    }

    /** zᵢ ← zᵢ + Θᵢⱼ aⱼ. */
    Telling term(int l, int i, int j, int e) {
        double sum = script.quantities().z(l, i, e, j);
        double before = j == 0 ? 0 : script.quantities().z(l, i, e, j - 1);
        String z = symbols.z(l, i, e);
        String product = symbolTerm(l, i, j, e);
        double theta = recording.theta(l - 1, i, j);
        double a = recording.a(l - 1, j, e);
        boolean first = j == 0;
        return new Draft(script, Reads.z(l, i, e), new Value.Scalar(sum))
                .title("Term " + (j + 1) + " of " + terms(l) + " of {}", symbols.of(Reads.z(l, i, e)))
                .reads(List.of(Reads.theta(l - 1, i, j), Reads.a(l - 1, j, e)))
                .rule(first ? z + " = " + product : z + " \\leftarrow " + z + " + " + product)
                .formula(
                        first ? product : z + " + " + product,
                        first
                                ? formulas.product(theta, a)
                                : formulas.number(before) + " + " + formulas.factors(theta, a))
                .numbers(
                        first
                                ? formulas.product(theta, a)
                                : named(formulas.number(before), "already there") + " + "
                                        + named(formulas.factors(theta, a), "this term"))
                .why(whyTerm(l, i, j, e))
                .spoken((first ? "" : formulas.spoken(before) + " plus ") + formulas.spoken(theta) + " times "
                        + formulas.spoken(a))
                .overflow(OVERFLOW)
                .before(before)
                .telling();
    }

    /** z = Θ [1; a] of a whole layer. */
    Telling layer(int l, int e) {
        int rows = script.network().units(l);
        NetworkAddress.Layer a = new NetworkAddress.Layer(Vector.A, l - 1, e);
        NetworkAddress.Whole theta = new NetworkAddress.Whole(new NetworkQuantity.Table.Weights(0), l - 1);
        String product = symbols.latex(theta) + " \\begin{bmatrix} 1 \\\\ " + symbols.latex(a) + " \\end{bmatrix}";
        String numbers = matrix(rows, terms(l), (i, j) -> formulas.number(recording.theta(l - 1, i + 1, j))) + " "
                + formulas.column(terms(l), j -> recording.a(l - 1, j, e));
        return new Draft(script, new NetworkAddress.Layer(Vector.Z, l, e))
                .title("Weighted sums of " + script.names().layer(l))
                .reads(List.of(theta, a))
                .formula(product, numbers)
                .why(
                        "Each row of {} holds the weights into one unit; its product with the inputs is that unit's sum.",
                        symbols.of(theta))
                .overflow(OVERFLOW)
                .telling();
    }

    private int terms(int l) {
        return script.network().units(l - 1) + 1;
    }

    private String rule(int l, int i, int e) {
        return symbols.z(l, i, e) + " = \\sum_{j=0}^{" + (terms(l) - 1) + "} "
                + symbols.anyTheta(l - 1, NetworkSymbols.pair(i, "j")) + "\\, " + symbols.any(Vector.A, l - 1, "j");
    }

    private String symbolTerm(int l, int i, int j, int e) {
        String theta = symbols.theta(l - 1, i, j);
        return j == 0 ? theta : theta + "\\, " + symbols.a(l - 1, j, e);
    }

    /** A term of the sum; the bias weight, which is multiplied by 1, stands alone. */
    private String numberTerm(int l, int i, int j, int e) {
        double theta = recording.theta(l - 1, i, j);
        return j == 0 ? formulas.number(theta) : formulas.factors(theta, recording.a(l - 1, j, e));
    }

    private String numbers(int l, int i, int e) {
        String bias = named(formulas.number(recording.theta(l - 1, i, 0)), "bias");
        String rest = sum(terms(l) - 1, j -> numberTerm(l, i, j + 1, e));
        return bias + " + " + named(rest, terms(l) == 2 ? "weighted input" : "weighted inputs");
    }

    private String spokenSum(int l, int i, int e) {
        return String.join(
                " plus ",
                IntStream.range(0, terms(l))
                        .mapToObj(j -> formulas.spoken(recording.theta(l - 1, i, j))
                                + (j == 0 ? "" : " times " + formulas.spoken(recording.a(l - 1, j, e))))
                        .toList());
    }

    private Sentence why(int l, int i, int e) {
        int largest = 0;
        for (int j = 1; j < terms(l); j++) {
            largest = Math.abs(product(l, i, e, j)) > Math.abs(product(l, i, e, largest)) ? j : largest;
        }
        double share = product(l, i, e, largest);
        Symbol z = symbols.brief(Reads.z(l, i, e));
        if (share == 0) {
            return Sentence.of("Every term is 0, and so {} is 0.", z);
        }
        String way = share > 0 ? "up" : "down";
        return largest == 0
                ? Sentence.of(
                        "The bias weight and the weighted inputs add up; the bias weight counts most and pulls {} "
                                + way + ".",
                        z)
                : Sentence.of(
                        "The bias weight and the weighted inputs add up; the term of {} counts most and pulls {} " + way
                                + ".",
                        symbols.brief(Reads.a(l - 1, largest, e)),
                        z);
    }

    private double product(int l, int i, int e, int j) {
        return recording.theta(l - 1, i, j) * recording.a(l - 1, j, e);
    }

    private Sentence whyTerm(int l, int i, int j, int e) {
        Symbol z = symbols.brief(Reads.z(l, i, e));
        double product = product(l, i, e, j);
        if (j == 0) {
            return Sentence.of("The bias unit is always 1, so {} begins with the bias weight as it is.", z);
        }
        Symbol a = symbols.brief(Reads.a(l - 1, j, e));
        String last = j == terms(l) - 1 ? "This last term" : "This term";
        if (product == 0) {
            return recording.a(l - 1, j, e) == 0
                    ? Sentence.of("{} is 0, so " + last.toLowerCase(java.util.Locale.ROOT) + " changes nothing.", a)
                    : Sentence.of(last + " changes nothing in {}.", z);
        }
        return Sentence.of(
                last + " is {} times its weight; it is "
                        + (product > 0 ? "positive and raises {}." : "negative and lowers {}."),
                a,
                z);
    }
}
