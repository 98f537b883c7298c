package backstep.data;

import java.util.stream.IntStream;

/**
 * Where the cells of a table stand in its text: cells are cut out of it when they are asked for, since five million small
 * strings would take more memory than the text allows for.
 *
 * @param lines the line on which each row begins, from 1
 * @param starts the first character of each cell, row by row
 * @param ends one past its last character
 */
record CsvCells(String text, int columns, int[] lines, int[] starts, int[] ends) {

    /** Collects the cells of a text. */
    static final class Builder {

        private final String text;
        private final IntStream.Builder lines = IntStream.builder();
        private final IntStream.Builder starts = IntStream.builder();
        private final IntStream.Builder ends = IntStream.builder();

        Builder(String text) {
            this.text = text;
        }

        void row(int line) {
            lines.add(line);
        }

        void cell(int start, int end) {
            starts.add(start);
            ends.add(end);
        }

        CsvCells build(int columns) {
            return new CsvCells(
                    text,
                    columns,
                    lines.build().toArray(),
                    starts.build().toArray(),
                    ends.build().toArray());
        }
    }

    int rows() {
        return lines.length;
    }

    /** {@return the line on which a row begins, from 1} */
    int line(int row) {
        return lines[row];
    }

    /** {@return what stands in a cell, without the quotation marks around it; both from 0} */
    String cell(int row, int column) {
        int cell = row * columns + column;
        int start = starts[cell];
        String inside = text.substring(start, ends[cell]);
        boolean quoted = start > 0 && text.charAt(start - 1) == '"';
        return quoted ? inside.replace("\"\"", "\"") : inside;
    }
}
