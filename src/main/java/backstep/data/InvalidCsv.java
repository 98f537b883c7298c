package backstep.data;

/** A text is no table of examples: where, and what must be there. */
public final class InvalidCsv extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * Tells what is wrong.
     *
     * @param line from 1, counting every line of the text
     * @param column of the table, from 1
     * @param claim what must be, and what was
     */
    InvalidCsv(int line, int column, String claim) {
        this(line, column, "", claim);
    }

    /** Tells what is wrong in a column that has a name. */
    InvalidCsv(int line, int column, String name, String claim) {
        super("line " + line + ", column " + column + (name.isEmpty() ? "" : " (" + name + ")") + ": " + claim);
        this.line = line;
        this.column = column;
    }

    /** {@return the line of the text that is to blame, from 1} */
    public int line() {
        return line;
    }

    /** {@return the column of the table that is to blame, from 1} */
    public int column() {
        return column;
    }
}
