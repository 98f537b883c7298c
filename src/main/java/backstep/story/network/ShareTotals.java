package backstep.story.network;

import static backstep.story.network.Formulas.named;

import backstep.network.Accumulation;
import backstep.network.BatchNorm;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import java.util.List;

/**
 * Tells Δ⁽ˡ⁾ of convolutions and batch normalisations, example by example. A weight that is used at several places gets the sum
 * over them.
 */
final class ShareTotals {

    private final Script script;
    private final NetworkSymbols symbols;
    private final Formulas formulas;

    ShareTotals(Script script) {
        this.script = script;
        this.symbols = script.symbols();
        this.formulas = script.formulas();
    }

    Telling entry(int l, int i, int j, int e) {
        return told(Piece.entry(script, l, i, j), e, formulas.grouped(share(l, i, j, e)));
    }

    Telling row(int l, int i, int e) {
        int columns = script.network().theta(l).columns();
        return told(Piece.row(script, l, i), e, formulas.row(columns, j -> share(l, i, j, e)));
    }

    Telling whole(int l, int e) {
        int rows = script.network().theta(l).rows();
        int columns = script.network().theta(l).columns();
        return told(
                Piece.whole(script, l),
                e,
                Formulas.matrix(rows, columns, (i, j) -> formulas.number(share(l, i + 1, j, e))));
    }

    private double share(int l, int i, int j, int e) {
        return Accumulation.share(script.recording(), l, i, j, e);
    }

    private Telling told(Piece piece, int e, String share) {
        int l = piece.l();
        Table before = Table.Sum.after(e - 1);
        NetworkAddress quantity = piece.of(Table.Sum.after(e));
        String rule = isNormalisation(l) ? normalisation(piece, e) : convolution(piece, e);
        String old = e == 1 ? "" : piece.symbol(before) + " + ";
        String oldNumbers = e == 1 ? "" : piece.numbers(before) + " + ";
        return new Draft(script, quantity)
                .title("Example " + e + " adds to {}", symbols.of(quantity))
                .reads(e == 1 ? List.<Address>of() : piece.reads(before), factors(l, e))
                .rule(symbols.latex(quantity) + (e == 1 ? " = " : " \\leftarrow ") + old + rule)
                .formula(old + rule, oldNumbers + share)
                .numbers(e == 1 ? share : named(piece.numbers(before), "so far") + " + " + named(share, "this example"))
                .why(
                        isNormalisation(l)
                                ? "γ multiplies x̂, so it gets δ times x̂; β is added, so it gets δ itself."
                                : "A weight of a filter is used at every place: it gets each place's δ times the number it met there.")
                .telling();
    }

    private boolean isNormalisation(int l) {
        return script.network().layer(l + 1) instanceof BatchNorm;
    }

    private List<Address> factors(int l, int e) {
        return List.of(
                new NetworkAddress.Layer(Vector.DELTA, l + 1, e),
                isNormalisation(l)
                        ? new NetworkAddress.Layer(Vector.X_HAT, l + 1, e)
                        : new NetworkAddress.Layer(Vector.A, l, e));
    }

    private String normalisation(Piece piece, int e) {
        int l = piece.l();
        String delta = symbols.latex(new NetworkAddress.Layer(Vector.DELTA, l + 1, e));
        String xHat = symbols.latex(new NetworkAddress.Layer(Vector.X_HAT, l + 1, e));
        String overPlaces = script.network().shape(l + 1).places() == 1 ? "" : "\\sum_{p} ";
        String both = overPlaces + "\\begin{bmatrix} " + delta + " \\odot " + xHat + " & " + delta + " \\end{bmatrix}";
        if (piece.row().isEmpty()) {
            return both;
        }
        String one =
                symbols.any(Vector.DELTA, l + 1, Integer.toString(piece.row().getAsInt()));
        String normal =
                symbols.any(Vector.X_HAT, l + 1, Integer.toString(piece.row().getAsInt()));
        return piece.column().isEmpty()
                ? overPlaces + "\\begin{bmatrix} " + one + "\\, " + normal + " & " + one + " \\end{bmatrix}"
                : overPlaces + (piece.column().getAsInt() == 0 ? one + "\\, " + normal : one);
    }

    private String convolution(Piece piece, int e) {
        int l = piece.l();
        String delta = symbols.latex(new NetworkAddress.Layer(Vector.DELTA, l + 1, e));
        String patch = "\\mathrm{patch}_{p}(" + symbols.latex(new NetworkAddress.Layer(Vector.A, l, e)) + ")";
        if (piece.row().isEmpty()) {
            return "\\sum_{p} {" + delta + "}_{p} \\begin{bmatrix} 1 & {" + patch + "}^{\\top} \\end{bmatrix}";
        }
        String one = symbols.any(Vector.DELTA, l + 1, piece.row().getAsInt() + ",p");
        return piece.column().isEmpty()
                ? "\\sum_{p} " + one + " \\begin{bmatrix} 1 & {" + patch + "}^{\\top} \\end{bmatrix}"
                : piece.isBias()
                        ? "\\sum_{p} " + one
                        : "\\sum_{p} " + one + "\\, {" + patch + "}_{"
                                + piece.column().getAsInt() + "}";
    }
}
