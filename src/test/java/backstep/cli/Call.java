package backstep.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * A call of the program, and what came of it.
 *
 * @param status what it left with
 */
record Call(int status, String out, String err) {

    /** Calls the program as a shell would. */
    static Call of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Call(status, out.toString(), err.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    /** {@return the cells below the title {@code column} in the table that stands below {@code heading}} */
    List<String> cells(String heading, String column) {
        List<String> table = outLines().stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("│"))
                .toList();
        int place = cells(table.getFirst()).indexOf(column);
        return table.stream().skip(1).map(row -> cells(row).get(place)).toList();
    }

    private static List<String> cells(String row) {
        return List.of(row.substring(1, row.length() - 1).split("│")).stream()
                .map(String::strip)
                .toList();
    }
}
