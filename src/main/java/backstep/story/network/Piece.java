package backstep.story.network;

import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Table;
import backstep.story.Symbol;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/**
 * A piece of every matrix in the shape of Θ⁽ˡ⁾: one entry, a row, or all of it. What is computed entry by entry is told of a
 * piece once, whatever the grain.
 *
 * @param row i; none where the piece is the whole matrix
 * @param column j; none where it is a row or the whole
 */
record Piece(Script script, int l, OptionalInt row, OptionalInt column) {

    static Piece entry(Script script, int l, int i, int j) {
        return new Piece(script, l, OptionalInt.of(i), OptionalInt.of(j));
    }

    static Piece row(Script script, int l, int i) {
        return new Piece(script, l, OptionalInt.of(i), OptionalInt.empty());
    }

    static Piece whole(Script script, int l) {
        return new Piece(script, l, OptionalInt.empty(), OptionalInt.empty());
    }

    boolean isEntry() {
        return column.isPresent();
    }

    /** {@return whether its weights cost anything, where large weights do} */
    boolean isPenalised() {
        return !isBias() && script.network().layer(l + 1).isPenalised();
    }

    /** {@return whether it is one weight of a bias unit} */
    boolean isBias() {
        return column.equals(OptionalInt.of(0));
    }

    /** {@return the address of this piece of a matrix} */
    NetworkAddress of(Table table) {
        if (row.isEmpty()) {
            return new NetworkAddress.Whole(table, l);
        }
        int i = row.getAsInt();
        return column.isEmpty()
                ? new NetworkAddress.Row(table, l, i)
                : new NetworkAddress.Entry(table, l, i, column.getAsInt());
    }

    /** {@return the address of a piece that is an entry} */
    NetworkAddress.Entry entry(Table table) {
        return new NetworkAddress.Entry(table, l, row.orElseThrow(), column.orElseThrow());
    }

    /** {@return its name as LaTeX} */
    String symbol(Table table) {
        return script.symbols().latex(of(table));
    }

    /** {@return the square of its name, entry by entry} */
    String squared(Table table) {
        return "{" + symbol(table) + "}^{" + square() + "}";
    }

    /** {@return the square of its numbers, entry by entry} */
    String squaredNumbers(Table table) {
        return "{" + grouped(table) + "}^{" + square() + "}";
    }

    private String square() {
        return isEntry() ? "2" : "\\odot2";
    }

    /** {@return what the weights are called that it is of, with a place for the symbols that follow} */
    String words() {
        if (isEntry()) {
            return "{}";
        }
        return "the weights into "
                + (isRow()
                        ? script.names().unit(l + 1, row.getAsInt())
                        : script.names().layer(l + 1));
    }

    /** {@return the same behind the word new} */
    String newWords() {
        return isEntry() ? words() : words().substring("the ".length());
    }

    /** {@return what stands in that place} */
    Symbol[] wordSymbols() {
        return isEntry() ? new Symbol[] {script.symbols().of(of(new Table.Weights(0)))} : new Symbol[0];
    }

    /** {@return what a formula names that reads it} */
    List<Address> reads(Table table) {
        return row.isPresent() && column.isEmpty() ? script.reads().row(table, l, row.getAsInt()) : List.of(of(table));
    }

    /** {@return the number of a piece that is an entry} */
    double number(Table table) {
        return tables(table).number(l, row.orElseThrow(), column.orElseThrow());
    }

    /** {@return its numbers, at the beginning of a formula} */
    String numbers(Table table) {
        return isEntry()
                ? script.formulas().number(number(table))
                : isRow()
                        ? tables(table).rowNumbers(l, row.getAsInt())
                        : tables(table).numbers(l);
    }

    /** {@return its numbers behind a sign} */
    String grouped(Table table) {
        return isEntry() ? script.formulas().grouped(number(table)) : numbers(table);
    }

    /** {@return a function of the numbers of Θ before the update, behind a sign, with 0 for weights of bias units} */
    String withoutBias(DoubleUnaryOperator of) {
        Tables theta = tables(new Table.Weights(0));
        if (isEntry()) {
            return script.formulas().grouped(isBias() ? 0 : of.applyAsDouble(number(theta.table())));
        }
        return Formulas.matrix(
                isRow() ? 1 : theta.rows(l),
                theta.columns(l),
                (i, j) ->
                        script.formulas().number(j == 0 ? 0 : of.applyAsDouble(theta.number(l, row.orElse(i + 1), j))));
    }

    private boolean isRow() {
        return row.isPresent();
    }

    private Tables tables(Table table) {
        return new Tables(script, table);
    }
}
