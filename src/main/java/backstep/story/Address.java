package backstep.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names one number anywhere in the program, in a link, a table cell or an export. */
public sealed interface Address permits Address.Value, Address.Adjoint, Address.Tangent, NetworkAddress {

    /** The value vᵢ of a Wengert list: {@code v.3}. */
    record Value(int index) implements Address {
        @Override
        public String toString() {
            return "v." + index;
        }
    }

    /** The adjoint v̄ᵢ: {@code vbar.0}. */
    record Adjoint(int index) implements Address {
        @Override
        public String toString() {
            return "vbar." + index;
        }
    }

    /** The tangent v̇ᵢ in the direction of an input: {@code vdot.x1.3}. */
    record Tangent(String input, int index) implements Address {
        @Override
        public String toString() {
            return "vdot." + input + "." + index;
        }
    }

    /**
     * {@return the address that a text spells}
     *
     * @throws IllegalArgumentException where it spells none
     */
    static Address parse(String text) {
        Matcher matcher = Spelling.PATTERN.matcher(text);
        return matcher.matches()
                ? expression(matcher)
                : NetworkSpelling.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("\"" + text
                                + "\" is no address; addresses look like v.3, vbar.0 or vdot.x1.3, in a network like"
                                + " a.2.1@1, delta.2.1@1 or Theta.1.2.0"));
    }

    private static Address expression(Matcher matcher) {
        int index = Integer.parseInt(matcher.group("index"));
        return switch (matcher.group("kind")) {
            case "v" -> new Value(index);
            case "vbar" -> new Adjoint(index);
            case null, default -> new Tangent(matcher.group("input"), index);
        };
    }

    /** How addresses are spelled. */
    final class Spelling {
        private static final Pattern PATTERN =
                Pattern.compile("(?:(?<kind>v|vbar)|vdot\\.(?<input>[A-Za-z]\\w*))\\.(?<index>-?\\d{1,9})");

        private Spelling() {}
    }
}
