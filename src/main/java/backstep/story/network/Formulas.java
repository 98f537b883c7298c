package backstep.story.network;

import backstep.story.Numerals;
import backstep.story.Symbol;
import backstep.story.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The shapes that formulas are put together from: products, sums, named parts, vectors and matrices. */
final class Formulas {

    /** How many terms, rows or columns are written out. */
    private static final int MOST_TERMS = 6;

    private static final int MOST_LINES = 8;
    private static final int SHOWN = 3;
    private static final int DOTS = -1;

    private final Numerals numerals;

    Formulas(Numerals numerals) {
        this.numerals = numerals;
    }

    /** Entries of a matrix as LaTeX, both indices from 0. */
    @FunctionalInterface
    interface Entries {
        String at(int i, int j);
    }

    String number(double number) {
        return numerals.latex(number);
    }

    /** {@return a constant with all its decimals} */
    String constant(double number) {
        return Double.isFinite(number) ? numerals.constantLatex(BigDecimal.valueOf(number)) : number(number);
    }

    /** {@return 1 − a constant, with all its decimals} */
    String rest(double constant) {
        return numerals.constantLatex(BigDecimal.ONE.subtract(BigDecimal.valueOf(constant)));
    }

    /** {@return the number as a symbol of a sentence} */
    Symbol symbol(double number) {
        return new Symbol(numerals.plain(number), numerals.latex(number), numerals.spoken(number));
    }

    String spoken(double number) {
        return numerals.spoken(number);
    }

    /** {@return the number, in parentheses where it has a sign of its own or is a product} */
    String grouped(double number) {
        return numerals.isCompound(number) ? "(" + number(number) + ")" : number(number);
    }

    /** {@return two numbers multiplied, at the beginning of a formula} */
    String product(double left, double right) {
        return number(left) + " \\times " + grouped(right);
    }

    /** {@return two numbers multiplied, behind a sign} */
    String factors(double left, double right) {
        return grouped(left) + " \\times " + grouped(right);
    }

    /** {@return {@code count} terms with plus signs between them, from 0; long sums show three and say how many there are} */
    static String sum(int count, IntFunction<String> term) {
        int shown = count <= MOST_TERMS ? count : SHOWN;
        String terms = IntStream.range(0, shown).mapToObj(term).collect(Collectors.joining(" + "));
        return shown == count ? terms : terms + " + \\cdots \\;(\\text{" + count + " terms})";
    }

    /** {@return whether a sum of so many terms is written out} */
    static boolean isShort(int count) {
        return count <= MOST_TERMS;
    }

    /** {@return a part of a formula with its name below it} */
    static String named(String part, String name) {
        return "\\underbrace{" + part + "}_{\\text{" + name + "}}";
    }

    /** {@return a matrix; beyond 8 rows or columns, the first three and the last, with the shape below} */
    static String matrix(int rows, int columns, Entries entries) {
        List<Integer> shownColumns = shown(columns);
        String lines = shown(rows).stream()
                .map(i -> shownColumns.stream()
                        .map(j -> i == DOTS
                                ? (j == DOTS ? "\\ddots" : "\\vdots")
                                : j == DOTS ? "\\cdots" : entries.at(i, j))
                        .collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ "));
        boolean whole = rows <= MOST_LINES && columns <= MOST_LINES;
        return "\\begin{bmatrix} " + lines + " \\end{bmatrix}"
                + (whole ? "" : "_{" + rows + " \\times " + columns + "}");
    }

    private static List<Integer> shown(int lines) {
        if (lines <= MOST_LINES) {
            return IntStream.range(0, lines).boxed().toList();
        }
        List<Integer> shown = new ArrayList<>(IntStream.range(0, SHOWN).boxed().toList());
        shown.add(DOTS);
        shown.add(lines - 1);
        return shown;
    }

    /** {@return a column of numbers, from 0} */
    String column(int rows, IntFunction<Double> entry) {
        return matrix(rows, 1, (i, _) -> number(entry.apply(i)));
    }

    /** {@return a row of numbers, from 0} */
    String row(int columns, IntFunction<Double> entry) {
        return matrix(1, columns, (_, j) -> number(entry.apply(j)));
    }

    /** {@return what a line makes, as LaTeX; a vector stands upright where it is of a layer} */
    String value(Value value, boolean upright) {
        return switch (value) {
            case Value.Scalar(double number) -> number(number);
            case Value.Vector(List<Double> entries) ->
                upright ? column(entries.size(), entries::get) : row(entries.size(), entries::get);
            case Value.Grid(var matrix) -> matrix(matrix.rows(), matrix.columns(), (i, j) -> number(matrix.at(i, j)));
        };
    }

    /** {@return what a line makes, as it is read aloud} */
    String spoken(Value value) {
        return switch (value) {
            case Value.Scalar(double number) -> spoken(number);
            case Value.Vector(List<Double> entries)
            when entries.size() <= MOST_LINES ->
                entries.stream().map(this::spoken).collect(Collectors.joining(", "));
            case Value.Vector(List<Double> entries) -> "a vector of " + entries.size() + " numbers";
            case Value.Grid(var matrix) -> "a matrix of " + matrix.rows() + " by " + matrix.columns() + " numbers";
        };
    }
}
