package backstep.story;

import java.util.Optional;

/** The characters in which whole numbers stand above or below the line. */
enum Raised {
    SUBSCRIPTS("₀₁₂₃₄₅₆₇₈₉", '₋'),
    SUPERSCRIPTS("⁰¹²³⁴⁵⁶⁷⁸⁹", '⁻');

    private static final char MINUS = '−';

    private final String digits;
    private final char minus;

    Raised(String digits, char minus) {
        this.digits = digits;
        this.minus = minus;
    }

    /** {@return the text in these characters; nothing where it is no whole numbers, with commas between them} */
    Optional<String> write(String text) {
        StringBuilder written = new StringBuilder();
        for (char sign : text.toCharArray()) {
            if (sign >= '0' && sign <= '9') {
                written.append(digits.charAt(sign - '0'));
            } else if (sign == MINUS) {
                written.append(minus);
            } else if (sign == ',' && this == SUBSCRIPTS) {
                written.append(sign);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(written.toString());
    }
}
