package backstep.data;

import backstep.linalg.Matrix;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the target columns of a table say. Several columns are numbers. A single one holds
 *
 * <ul>
 *   <li>names of classes, where most of its cells are no numbers; classes are in the order of their names;
 *   <li>numbers of classes, where it holds the whole numbers from 0 or 1 on, without a gap, at most {@value #NUMBERED} of them,
 *       and all written without a decimal point;
 *   <li>else numbers.
 * </ul>
 *
 * Two classes become one number, 0 or 1; more become one number each.
 *
 * @param y targets [n × K]
 * @param names of the classes, or of the columns
 */
record CsvTargets(Matrix y, List<String> names) {

    static final int NUMBERED = 20;
    static final int NAMED = 100;

    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,2}");

    static CsvTargets of(Csv table, List<Integer> columns) {
        if (columns.size() > 1) {
            return numbers(table, columns);
        }
        int column = columns.getFirst();
        if (isMostlyText(table, column)) {
            return classes(table, column, named(table, column));
        }
        List<String> numbered = numbered(table, column);
        return numbered.isEmpty() ? numbers(table, columns) : classes(table, column, numbered);
    }

    private static CsvTargets numbers(Csv table, List<Integer> columns) {
        Matrix y = table.numbers(columns);
        List<String> names = switch (Kind.of(y)) {
            case BINARY -> List.of("0", "1");
            case CLASSES, REGRESSION -> columns.stream().map(table.names()::get).toList();
        };
        return new CsvTargets(y, names);
    }

    private static boolean isMostlyText(Csv table, int column) {
        long texts = IntStream.range(0, table.rows())
                .mapToObj(row -> table.cell(row, column))
                .filter(cell -> !cell.isBlank() && !Csv.isNumber(cell))
                .count();
        return 2 * texts > table.rows();
    }

    /** {@return the classes that a column names, in order} */
    private static List<String> named(Csv table, int column) {
        SortedSet<String> classes = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            String label = table.cell(row, column);
            if (label.isBlank()) {
                throw table.wrong(row, column, "is empty; name its class, or leave its row out");
            }
            classes.add(label);
            if (classes.size() > NAMED) {
                throw table.wrong(
                        row,
                        column,
                        "names one more class than the " + NAMED + " that there may be: " + Claims.quoted(label));
            }
        }
        if (classes.size() == 1) {
            throw table.wrong(
                    0, column, "must name two classes or more, names " + Claims.quoted(classes.first()) + " alone");
        }
        return List.copyOf(classes);
    }

    /** {@return the classes that a column numbers; none where it holds other numbers} */
    private static List<String> numbered(Csv table, int column) {
        SortedSet<Integer> classes = new TreeSet<>();
        for (int row = 0; row < table.rows() && classes.size() <= NUMBERED; row++) {
            String cell = table.cell(row, column);
            if (!WHOLE.matcher(cell).matches()) {
                return List.of();
            }
            classes.add(Integer.parseInt(cell));
        }
        boolean together = classes.first() <= 1 && classes.last() - classes.first() == classes.size() - 1;
        boolean several = classes.size() >= 2 && classes.size() <= NUMBERED;
        return together && several ? classes.stream().map(String::valueOf).toList() : List.of();
    }

    private static CsvTargets classes(Csv table, int column, List<String> classes) {
        int outputs = classes.size() == 2 ? 1 : classes.size();
        double[][] y = new double[table.rows()][outputs];
        for (int row = 0; row < y.length; row++) {
            int k = classes.indexOf(table.cell(row, column));
            if (outputs == 1) {
                y[row][0] = k;
            } else {
                y[row][k] = 1;
            }
        }
        return new CsvTargets(Matrix.ofRows(y), classes);
    }
}
