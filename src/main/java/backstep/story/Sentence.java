package backstep.story;

import java.util.List;
import java.util.function.Function;

/**
 * A sentence with symbols in it.
 *
 * @param template words, with {@code {}} where a symbol stands
 * @param symbols one for each place
 */
public record Sentence(String template, List<Symbol> symbols) {

    private static final String PLACE = "{}";

    public Sentence {
        symbols = List.copyOf(symbols);
    }

    /** {@return the sentence with these symbols in their places} */
    public static Sentence of(String template, Symbol... symbols) {
        return new Sentence(template, List.of(symbols));
    }

    /** {@return the sentence as plain text} */
    public String plain() {
        return filled(Symbol::plain);
    }

    /** {@return the sentence with its symbols as inline mathematics, {@code $…$}} */
    public String math() {
        return filled(symbol -> "$" + symbol.latex() + "$");
    }

    /** {@return the sentence as it is read aloud} */
    public String spoken() {
        return filled(Symbol::spoken);
    }

    private String filled(Function<Symbol, String> script) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Symbol symbol : symbols) {
            int place = template.indexOf(PLACE, from);
            text.append(template, from, place).append(script.apply(symbol));
            from = place + PLACE.length();
        }
        return text.append(template, from, template.length()).toString();
    }
}
