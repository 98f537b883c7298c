package backstep.expression;

/** Says that a text is no expression: where, what stands there, and what was expected instead. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final int length;

    /**
     * @param message the whole sentence, position included
     * @param position of the first character to blame, from 1; one past the last character where the end is to blame
     * @param length how many characters are to blame, 0 at the end
     */
    public ExpressionException(String message, int position, int length) {
        super(message);
        this.position = position;
        this.length = length;
    }

    /** {@return the position of the first character to blame, from 1} */
    public int position() {
        return position;
    }

    /** {@return how many characters are to blame, 0 at the end of the text} */
    public int length() {
        return length;
    }
}
