package backstep.data;

/**
 * Finds the cells of a text (RFC 4180): separated by tabs, semicolons or commas, in quotation marks where they contain a
 * separator, a line break or a quotation mark (which is doubled). Blanks around a cell and blank lines do not count.
 */
final class CsvReader {

    private final String text;
    private final char separator;
    private final CsvCells.Builder cells;
    private int at;
    private int line = 1;
    private int rows;
    private int columns;

    CsvReader(String text) {
        this.text = text;
        this.at = text.startsWith("\ufeff") ? 1 : 0;
        this.separator = separator(text);
        this.cells = new CsvCells.Builder(text);
    }

    /** {@return the first of tab, semicolon and comma that the first line has outside of quotation marks} */
    private static char separator(String text) {
        String first = firstLine(text);
        if (first.indexOf('\t') >= 0) {
            return '\t';
        }
        return first.indexOf(';') >= 0 ? ';' : ',';
    }

    /** {@return the first line that is not blank, without what stands in quotation marks} */
    private static String firstLine(String text) {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            quoted ^= character == '"';
            if (!quoted && isLineEnd(character)) {
                if (!line.chars().allMatch(Character::isWhitespace)) {
                    break;
                }
                line.setLength(0);
            } else if (!quoted) {
                line.append(character);
            }
        }
        return line.toString();
    }

    /** @throws InvalidCsv where cells are not written as they must be, or rows differ in their number of cells */
    CsvCells read() {
        skipBlankLines();
        while (at < text.length()) {
            row();
            skipBlankLines();
        }
        return cells.build(columns);
    }

    private void skipBlankLines() {
        int ahead = at;
        while (ahead < text.length() && (isBlank(text.charAt(ahead)) || isLineEnd(ahead))) {
            if (isLineEnd(ahead)) {
                countLine(ahead);
                at = ahead + 1;
            }
            ahead++;
        }
        at = ahead == text.length() ? ahead : at;
    }

    private void row() {
        int begin = line;
        requireFewRows();
        cells.row(begin);
        int count = 0;
        boolean more = true;
        while (more) {
            count++;
            requireFewColumns(count);
            requireNoMoreThanFirst(begin, count);
            cell(count);
            more = at < text.length() && text.charAt(at) == separator;
            at += more ? 1 : 0;
        }
        requireNoFewerThanFirst(begin, count);
        rows++;
        columns = count;
    }

    /** Reads one cell, and ends before the separator or the line end behind it. */
    private void cell(int column) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '"') {
            quoted(column);
        } else {
            plain(column);
        }
    }

    private void plain(int column) {
        int start = at;
        while (!isCellEnd()) {
            if (text.charAt(at) == '"') {
                throw new InvalidCsv(
                        line,
                        column,
                        "has a quotation mark inside; put the whole cell into quotation marks, and double it");
            }
            at++;
        }
        int end = at;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        cells.cell(start, end);
    }

    private void quoted(int column) {
        int begin = line;
        int start = at + 1;
        int end = start;
        while (end < text.length() && (text.charAt(end) != '"' || isDoubled(end))) {
            countLine(end);
            end += text.charAt(end) == '"' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw new InvalidCsv(begin, column, "begins with a quotation mark, and none ends it");
        }
        cells.cell(start, end);
        at = end + 1;
        skipBlanks();
        if (!isCellEnd()) {
            throw new InvalidCsv(
                    line,
                    column,
                    "goes on behind its quotation mark; double a quotation mark that belongs to the cell");
        }
    }

    private boolean isDoubled(int quotationMark) {
        return quotationMark + 1 < text.length() && text.charAt(quotationMark + 1) == '"';
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean isCellEnd() {
        return at >= text.length() || text.charAt(at) == separator || isLineEnd(at);
    }

    private boolean isBlank(char character) {
        return (character == ' ' || character == '\t' || character == '\u00a0') && character != separator;
    }

    private boolean isLineEnd(int position) {
        return isLineEnd(text.charAt(position));
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** Counts a line where one ends: at \n, or at \r without \n behind it. */
    private void countLine(int position) {
        char character = text.charAt(position);
        boolean followed = position + 1 < text.length() && text.charAt(position + 1) == '\n';
        line += character == '\n' || character == '\r' && !followed ? 1 : 0;
    }

    private void requireFewRows() {
        if (rows > Csv.ROWS) {
            throw new InvalidCsv(
                    line, 1, "is beyond the " + Claims.number(Csv.ROWS) + " rows that there may be; leave some out");
        }
    }

    private void requireFewColumns(int count) {
        if (count > Csv.COLUMNS) {
            throw new InvalidCsv(
                    line,
                    count,
                    "is beyond the " + Claims.number(Csv.COLUMNS) + " columns that there may be; leave some out");
        }
    }

    private String first() {
        return "the first row has " + columns + (columns == 1 ? " column" : " columns");
    }

    private void requireNoMoreThanFirst(int begin, int count) {
        if (rows > 0 && count > columns) {
            throw new InvalidCsv(begin, count, "is one too many; " + first());
        }
    }

    private void requireNoFewerThanFirst(int begin, int count) {
        if (rows > 0 && count < columns) {
            throw new InvalidCsv(begin, count + 1, "is missing; " + first());
        }
    }
}
