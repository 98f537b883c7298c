package backstep.story.network;

import static backstep.story.network.Formulas.matrix;

import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Symbol;

/** Symbols and numbers of one matrix, whole, by row or by entry. */
record Tables(Script script, Table table) {

    NetworkAddress.Entry entry(int l, int i, int j) {
        return new NetworkAddress.Entry(table, l, i, j);
    }

    NetworkAddress.Row row(int l, int i) {
        return new NetworkAddress.Row(table, l, i);
    }

    NetworkAddress.Whole whole(int l) {
        return new NetworkAddress.Whole(table, l);
    }

    double number(int l, int i, int j) {
        return script.quantities().entry(table, l, i, j);
    }

    String symbol(NetworkAddress quantity) {
        return script.symbols().latex(quantity);
    }

    Symbol brief(int l, int i, int j) {
        return script.symbols().brief(entry(l, i, j));
    }

    /** {@return row i with its numbers} */
    String rowNumbers(int l, int i) {
        return script.formulas().row(columns(l), j -> number(l, i, j));
    }

    /** {@return the matrix with its numbers} */
    String numbers(int l) {
        return matrix(rows(l), columns(l), (i, j) -> script.formulas().number(number(l, i + 1, j)));
    }

    int rows(int l) {
        return script.network().theta(l).rows();
    }

    int columns(int l) {
        return script.network().theta(l).columns();
    }
}
