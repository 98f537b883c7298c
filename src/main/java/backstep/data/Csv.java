package backstep.data;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of examples, one a row, read from a text of comma-separated values (see {@link CsvReader}). The first row holds the
 * names of the columns where none of its cells is a number. Numbers have a decimal point.
 */
public final class Csv {

    /** The most examples. */
    public static final int ROWS = 50_000;
    /** The most columns. */
    public static final int COLUMNS = 5_000;
    /** The most bytes of a text, in UTF-8. */
    public static final int BYTES = 10_000_000;

    /** Possessive, so that no text, however long, is gone through more than once. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*+,\\d++");

    private final CsvCells cells;
    private final List<String> names;
    private final int firstRow;

    private Csv(CsvCells cells) {
        this.cells = cells;
        this.firstRow = isNames(cells) ? 1 : 0;
        this.names = IntStream.range(0, cells.columns()).mapToObj(this::nameOf).toList();
    }

    /**
     * {@return the table that a text writes}
     *
     * @throws InvalidCsv where it writes none, or one beyond the limits
     */
    public static Csv read(String text) {
        requireFewBytes(text);
        CsvCells cells = new CsvReader(text).read();
        requireInputsAndTarget(cells);
        Csv table = new Csv(cells);
        if (table.rows() == 0) {
            throw new InvalidCsv(cells.line(0), 1, "is a row of names; rows of numbers must follow");
        }
        if (table.rows() > ROWS) {
            throw new InvalidCsv(
                    cells.line(ROWS),
                    1,
                    "is beyond the " + Claims.number(ROWS) + " rows that there may be; leave some out");
        }
        return table;
    }

    private static void requireFewBytes(String text) {
        long bytes = text.length() > BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            throw new InvalidCsv(
                    1, 1, "the text must have at most " + Claims.number(BYTES) + " bytes, has " + Claims.number(bytes));
        }
    }

    private static void requireInputsAndTarget(CsvCells cells) {
        if (cells.rows() == 0) {
            throw new InvalidCsv(1, 1, "the text is empty; each example is a row of numbers");
        }
        if (cells.columns() < 2) {
            throw new InvalidCsv(
                    cells.line(0),
                    1,
                    "is the only one; there must be an input and a target, with a comma, semicolon or tab between");
        }
    }

    private static boolean isNames(CsvCells cells) {
        return IntStream.range(0, cells.columns()).noneMatch(column -> isNumber(cells.cell(0, column)));
    }

    private String nameOf(int column) {
        String name = hasNames() ? cells.cell(0, column).strip() : "";
        return name.isEmpty() ? "column " + (column + 1) : name;
    }

    /** {@return whether the first row holds the names of the columns} */
    public boolean hasNames() {
        return firstRow == 1;
    }

    /** {@return the names of the columns; one without a name is called by its number} */
    public List<String> names() {
        return names;
    }

    /** {@return how many examples there are} */
    public int rows() {
        return cells.rows() - firstRow;
    }

    /**
     * {@return the examples, with these columns as targets and all others as inputs}
     *
     * @throws InvalidCsv where an input is no number, or a target neither a number nor a class
     * @throws backstep.network.InvalidNetwork where there are no such columns
     */
    public DataSet dataSet(Targets targets) {
        List<Integer> chosen = targets.columns(this);
        List<Integer> inputs = IntStream.range(0, cells.columns())
                .filter(column -> !chosen.contains(column))
                .boxed()
                .toList();
        return dataSet(inputs, chosen);
    }

    /**
     * {@return the examples, with these columns as targets and those as inputs; others are left out}
     *
     * @param inputs the names of columns
     * @throws InvalidCsv where an input is no number, or a target neither a number nor a class
     * @throws backstep.network.InvalidNetwork where there are no such columns, or one is to be both
     */
    public DataSet dataSet(Targets targets, List<String> inputs) {
        List<Integer> chosen = targets.columns(this);
        return dataSet(CsvInputs.columns(this, inputs, chosen), chosen);
    }

    private DataSet dataSet(List<Integer> inputs, List<Integer> chosen) {
        CsvTargets read = CsvTargets.of(this, chosen);
        Batch examples = new Batch(numbers(inputs), read.y());
        return new DataSet("csv", examples, Kind.of(read.y()), read.names(), Optional.empty());
    }

    /** {@return these columns, all of which must hold numbers [n × columns]} */
    Matrix numbers(List<Integer> columns) {
        double[] entries = new double[rows() * columns.size()];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = number(k / columns.size(), columns.get(k % columns.size()));
        }
        return Matrix.of(rows(), columns.size(), entries);
    }

    /** {@return what stands in a row of examples, from 0} */
    String cell(int row, int column) {
        return cells.cell(row + firstRow, column);
    }

    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    private double number(int row, int column) {
        String cell = cell(row, column);
        if (!isNumber(cell)) {
            throw wrong(row, column, notANumber(cell));
        }
        double number = Double.parseDouble(cell);
        if (Double.isInfinite(number)) {
            throw wrong(row, column, "must be at most 1.8e308, was " + Claims.quoted(cell));
        }
        return number;
    }

    private static String notANumber(String cell) {
        if (cell.isBlank()) {
            return "is empty; fill it in, or leave its row out";
        }
        String hint = DECIMAL_COMMA.matcher(cell).matches() ? " with a decimal point" : "";
        return "must be a number" + hint + ", was " + Claims.quoted(cell);
    }

    /** {@return what is wrong with a cell} */
    InvalidCsv wrong(int row, int column, String claim) {
        String name = hasNames() ? Claims.shortened(names.get(column)) : "";
        return new InvalidCsv(cells.line(row + firstRow), column + 1, name, claim);
    }
}
