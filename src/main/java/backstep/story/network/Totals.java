package backstep.story.network;

import static backstep.story.network.Formulas.named;
import static backstep.story.network.Formulas.sum;

import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Sentence;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells Δ⁽ˡ⁾ ← Δ⁽ˡ⁾ + δ⁽ˡ⁺¹⁾ [1; a⁽ˡ⁾]ᵀ, example by example. */
final class Totals {

    private final Script script;
    private final Recording recording;
    private final NetworkSymbols symbols;
    private final Formulas formulas;

    Totals(Script script) {
        this.script = script;
        this.recording = script.recording();
        this.symbols = script.symbols();
        this.formulas = script.formulas();
    }

    /** Δᵢⱼ ← Δᵢⱼ + δᵢ aⱼ. */
    Telling entry(int l, int i, int j, int e) {
        Tables before = after(e - 1);
        NetworkAddress.Entry quantity = after(e).entry(l, i, j);
        double delta = recording.delta(l + 1, i, e);
        double a = recording.a(l, j, e);
        String product = symbols.delta(l + 1, i, e) + (j == 0 ? "" : "\\, " + symbols.a(l, j, e));
        Draft draft = draft(quantity, e, "entry " + i + ", " + j, l)
                .reads(
                        e == 1 ? List.of() : List.of(before.entry(l, i, j)),
                        List.of(Reads.delta(l + 1, i, e), Reads.a(l, j, e)))
                .why(why(l, i, j, e));
        return e == 1
                ? first(draft, quantity, product, formulas.product(delta, a)).telling()
                : added(
                                draft,
                                quantity,
                                before.entry(l, i, j),
                                product,
                                formulas.number(before.number(l, i, j)),
                                formulas.factors(delta, a))
                        .telling();
    }

    /** Row i of Δ gets δᵢ [1; a]ᵀ. */
    Telling row(int l, int i, int e) {
        Tables before = after(e - 1);
        NetworkAddress.Row quantity = after(e).row(l, i);
        String a = symbols.latex(new NetworkAddress.Layer(Vector.A, l, e));
        String product = symbols.delta(l + 1, i, e) + " \\begin{bmatrix} 1 & {" + a + "}^{\\top} \\end{bmatrix}";
        String numbers = formulas.grouped(recording.delta(l + 1, i, e)) + " \\times "
                + formulas.row(before.columns(l), j -> recording.a(l, j, e));
        Draft draft = draft(quantity, e, "row " + i, l)
                .reads(
                        e == 1 ? List.of() : script.reads().row(before.table(), l, i),
                        List.of(Reads.delta(l + 1, i, e)),
                        script.reads().activations(l, e))
                .why("Each weight into the unit gets the unit's δ times what came in along its edge.");
        return (e == 1
                        ? first(draft, quantity, product, numbers)
                        : added(draft, quantity, before.row(l, i), product, before.rowNumbers(l, i), numbers))
                .telling();
    }

    /** Δ gets δ [1; a]ᵀ. */
    Telling whole(int l, int e) {
        Tables before = after(e - 1);
        NetworkAddress.Whole quantity = after(e).whole(l);
        NetworkAddress.Layer delta = new NetworkAddress.Layer(Vector.DELTA, l + 1, e);
        NetworkAddress.Layer a = new NetworkAddress.Layer(Vector.A, l, e);
        String product =
                symbols.latex(delta) + " \\begin{bmatrix} 1 & {" + symbols.latex(a) + "}^{\\top} \\end{bmatrix}";
        String numbers = formulas.column(before.rows(l), i -> recording.delta(l + 1, i + 1, e)) + " "
                + formulas.row(before.columns(l), j -> recording.a(l, j, e));
        Draft draft = draft(quantity, e, "", l)
                .reads(e == 1 ? List.of() : List.of(before.whole(l)), List.of(delta, a))
                .why("Each weight gets the δ of the unit that it leads to times the activation that it comes from.");
        return (e == 1
                        ? first(draft, quantity, product, numbers)
                        : added(draft, quantity, before.whole(l), product, before.numbers(l), numbers))
                .telling();
    }

    /** Δᵢⱼ = Σₑ δᵢ aⱼ over the examples 1 … e, as an explanation tells it. */
    Telling overview(int l, int i, int j, int e) {
        List<Address> reads = IntStream.rangeClosed(1, Math.min(e, Reads.WIDE))
                .boxed()
                .<Address>flatMap(k -> Stream.of(Reads.delta(l + 1, i, k), Reads.a(l, j, k)))
                .toList();
        NetworkAddress.Entry quantity = after(e).entry(l, i, j);
        return new Draft(script, quantity)
                .title("Sum over " + (e == 1 ? "example 1" : "the examples 1 to " + e))
                .reads(reads)
                .formula(
                        sum(e, k -> symbols.delta(l + 1, i, k + 1) + "\\, " + symbols.a(l, j, k + 1)),
                        sum(e, k -> formulas.factors(recording.delta(l + 1, i, k + 1), recording.a(l, j, k + 1))))
                .why("Each example adds its δ times its activation.")
                .telling();
    }

    private Tables after(int e) {
        return new Tables(script, Table.Sum.after(e));
    }

    private Draft draft(NetworkAddress quantity, int e, String part, int l) {
        NetworkAddress.Whole whole = after(e).whole(l);
        return new Draft(script, quantity)
                .title("Example " + e + " adds to {}" + (part.isEmpty() ? "" : ", " + part), symbols.of(whole))
                .overflow("The sum of the products is larger than a double can hold, about 1.8 × 10³⁰⁸.");
    }

    private Draft first(Draft draft, NetworkAddress quantity, String product, String numbers) {
        return draft.rule(symbols.latex(quantity) + " = " + product).formula(product, numbers);
    }

    private Draft added(
            Draft draft, NetworkAddress quantity, NetworkAddress before, String product, String old, String numbers) {
        return draft.rule(symbols.latex(quantity) + " \\leftarrow " + symbols.latex(before) + " + " + product)
                .formula(symbols.latex(before) + " + " + product, old + " + " + numbers)
                .numbers(named(old, "so far") + " + " + named(numbers, "this example"));
    }

    private Sentence why(int l, int i, int j, int e) {
        double product = recording.delta(l + 1, i, e) * recording.a(l, j, e);
        var weight = symbols.brief(Reads.theta(l, i, j));
        if (product == 0) {
            return recording.a(l, j, e) == 0
                    ? Sentence.of(
                            "{} is 0 in this example, so {} has no part in its " + symbols.objectiveWord() + ".",
                            symbols.brief(Reads.a(l, j, e)),
                            weight)
                    : Sentence.of("δ is 0, so this example does not ask for a change of {}.", weight);
        }
        return Sentence.of(
                "For this example a larger {} would " + (product > 0 ? "raise" : "lower") + " the "
                        + symbols.objectiveWord() + ".",
                weight);
    }
}
