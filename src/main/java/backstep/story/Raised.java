package backstep.story;

import java.util.Map;
import java.util.Optional;

/** The characters in which whole numbers and a few letters stand above or below the line. */
enum Raised {
    SUBSCRIPTS("₀₁₂₃₄₅₆₇₈₉", '₋', Map.of(',', ',', 'i', 'ᵢ', 'j', 'ⱼ', 'k', 'ₖ', 'e', 'ₑ', '=', '₌')),
    SUPERSCRIPTS("⁰¹²³⁴⁵⁶⁷⁸⁹", '⁻', Map.of('(', '⁽', ')', '⁾', 'n', 'ⁿ', 'e', 'ᵉ', 'w', 'ʷ', 'ᵀ', 'ᵀ', 'l', 'ˡ'));

    private static final char MINUS = '−';

    private final String digits;
    private final char minus;
    private final Map<Character, Character> others;

    Raised(String digits, char minus, Map<Character, Character> others) {
        this.digits = digits;
        this.minus = minus;
        this.others = others;
    }

    /** {@return the text in these characters; nothing where one of its characters has none} */
    Optional<String> write(String text) {
        StringBuilder written = new StringBuilder();
        for (char sign : text.toCharArray()) {
            if (sign >= '0' && sign <= '9') {
                written.append(digits.charAt(sign - '0'));
            } else if (sign == MINUS) {
                written.append(minus);
            } else if (others.containsKey(sign)) {
                written.append(others.get(sign));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(written.toString());
    }
}
