package backstep.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in a terminal: columns side by side between lines. */
final class TextTable {

    /** How the cells of a column stand below each other. */
    enum Alignment {
        /** Words begin together. */
        LEFT,
        /** Whole numbers end together. */
        RIGHT,
        /** Numbers have their decimal marks below each other. */
        DECIMAL
    }

    /** What stands above the cells, and how they stand. */
    record Column(String title, Alignment alignment) {}

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Appends a row, one cell a column. */
    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has " + columns.size() + " cells, was given " + Arrays.toString(cells));
        }
        rows.add(List.of(cells));
    }

    /** {@return the lines of the table} */
    List<String> lines() {
        List<List<String>> filled =
                IntStream.range(0, columns.size()).mapToObj(this::filled).toList();
        List<String> lines = new ArrayList<>();
        lines.add(rule(filled, "┌─", "─┬─", "─┐"));
        for (int k = 0; k <= rows.size(); k++) {
            int row = k;
            lines.add(joined(filled, cells -> cells.get(row), "│ ", " │ ", " │"));
            if (row == 0) {
                lines.add(rule(filled, "├─", "─┼─", "─┤"));
            }
        }
        lines.add(rule(filled, "└─", "─┴─", "─┘"));
        return lines;
    }

    /** {@return a column, its title first, each cell filled up to the same width} */
    private List<String> filled(int column) {
        Alignment alignment = columns.get(column).alignment();
        List<String> cells = rows.stream().map(row -> row.get(column)).toList();
        List<String> aligned = alignment == Alignment.DECIMAL ? decimal(cells) : cells;
        List<String> all = new ArrayList<>(List.of(columns.get(column).title()));
        all.addAll(aligned);
        int width = widest(all);
        return all.stream()
                .map(cell -> alignment == Alignment.LEFT ? cell + blanks(cell, width) : blanks(cell, width) + cell)
                .toList();
    }

    /** {@return the cells with blanks behind them, so that their decimal marks line up where they end together} */
    private static List<String> decimal(List<String> cells) {
        int width = widest(cells.stream().map(TextTable::decimals).toList());
        return cells.stream().map(cell -> cell + blanks(decimals(cell), width)).toList();
    }

    private static String decimals(String number) {
        int mark = number.indexOf('.');
        return mark < 0 ? "" : number.substring(mark);
    }

    private static String rule(List<List<String>> columns, String left, String between, String right) {
        return joined(columns, cells -> "─".repeat(width(cells.getFirst())), left, between, right);
    }

    private static String joined(
            List<List<String>> columns,
            Function<List<String>, String> cell,
            String left,
            String between,
            String right) {
        return columns.stream().map(cell).collect(Collectors.joining(between, left, right));
    }

    private static int widest(List<String> cells) {
        return cells.stream().mapToInt(TextTable::width).max().orElse(0);
    }

    private static String blanks(String cell, int width) {
        return " ".repeat(width - width(cell));
    }

    /** {@return how many places a text takes: a bar or a dot above a letter takes none} */
    static int width(String text) {
        return (int) text.codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .count();
    }
}
