package backstep.benchmark.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in Markdown, whose first column has words and whose others have numbers. */
final class MarkdownTable {

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... titles) {
        columns = titles.length;
        row(titles);
        String[] rule = new String[columns];
        Arrays.fill(rule, "---:");
        rule[0] = "---";
        row(rule);
    }

    /** Appends a row, a cell for each title. */
    void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells, was given " + Arrays.toString(cells));
        }
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    /** {@return its lines} */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
