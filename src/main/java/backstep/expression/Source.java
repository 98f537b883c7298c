package backstep.expression;

/** The text that is being parsed; every error quotes it and says where. */
record Source(String text) {

    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_WORD = 24;

    ExpressionException error(Token token, String sentence) {
        return error(token.start(), token.length(), sentence);
    }

    /** @param start index of the first character to blame */
    ExpressionException error(int start, int length, String sentence) {
        String quote = text.isBlank() ? "" : excerpt(start) + ": ";
        return new ExpressionException(quote + sentence + ", position " + (start + 1), start + 1, length);
    }

    /** {@return what stands in the text for {@code token}, in quotation marks} */
    String quoted(Token token) {
        return '"' + word(token) + '"';
    }

    /** {@return what stands in the text for {@code token}, shortened if it is long} */
    String word(Token token) {
        String word = text.substring(token.start(), token.start() + token.length());
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    }

    private String excerpt(int start) {
        if (text.length() <= LONGEST_QUOTE) {
            return onOneLine(text);
        }
        int from = Math.clamp(start - LONGEST_QUOTE / 2, 0, text.length() - LONGEST_QUOTE);
        int to = from + LONGEST_QUOTE;
        return (from > 0 ? "…" : "") + onOneLine(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    /** Half a surrogate pair is no text at all, and could not be sent on. */
    private static String onOneLine(String part) {
        return part.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]", " ").replaceAll("\\p{Cs}", "\uFFFD");
    }
}
