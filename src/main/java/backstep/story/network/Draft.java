package backstep.story.network;

import backstep.autodiff.Flag;
import backstep.story.Address;
import backstep.story.Line;
import backstep.story.NetworkAddress;
import backstep.story.Panel;
import backstep.story.Sentence;
import backstep.story.Symbol;
import backstep.story.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A telling while it is written: what is not said is taken from what is. */
final class Draft {

    private static final String TOO_LARGE = "The result is larger than a double can hold, about 1.8 × 10³⁰⁸.";

    private final Script script;
    private final NetworkAddress quantity;
    private final Value value;
    private final Symbol symbol;
    private String left;
    private Sentence title = Sentence.of("");
    private List<Address> reads = List.of();
    private @Nullable String rule;
    private @Nullable String here;
    private String operation = "";
    private String substituted = "";
    private @Nullable String numbers;
    private Sentence why = Sentence.of("");
    private @Nullable Sentence brief;
    private @Nullable String how;
    private Optional<Flag> convention = Optional.empty();
    private String overflow = TOO_LARGE;
    private boolean finiteBefore = true;

    Draft(Script script, NetworkAddress quantity, Value value) {
        this.script = script;
        this.quantity = quantity;
        this.value = value;
        this.symbol = script.symbols().of(quantity);
        this.left = symbol.latex();
    }

    /** A draft of a number that is as it was recorded. */
    Draft(Script script, NetworkAddress quantity) {
        this(script, quantity, script.quantities().value(quantity));
    }

    Draft title(String words, Symbol... symbols) {
        title = Sentence.of(words, symbols);
        return this;
    }

    @SafeVarargs
    final Draft reads(List<? extends Address>... lists) {
        reads = Reads.all(lists);
        return this;
    }

    /** Another left side than the symbol of the quantity, for a sum that becomes it. */
    Draft left(String latex) {
        left = latex;
        return this;
    }

    /** The whole general rule. */
    Draft rule(String latex) {
        rule = latex;
        return this;
    }

    /** What the rule becomes here. */
    Draft here(String latex) {
        here = latex;
        return this;
    }

    /** The right side in symbols and with numbers. */
    Draft formula(String inSymbols, String inNumbers) {
        operation = inSymbols;
        substituted = inNumbers;
        return this;
    }

    /** The numbers with their parts named. */
    Draft numbers(String latex) {
        numbers = latex;
        return this;
    }

    Draft why(Sentence sentence) {
        why = sentence;
        return this;
    }

    Draft why(String words, Symbol... symbols) {
        return why(Sentence.of(words, symbols));
    }

    Draft brief(Sentence sentence) {
        brief = sentence;
        return this;
    }

    /** The calculation as it is read aloud. */
    Draft spoken(String calculation) {
        how = calculation;
        return this;
    }

    /** The convention that was used. */
    Draft flag(Optional<Flag> used) {
        convention = used;
        return this;
    }

    /** What is said where the number is the first that is too large. */
    Draft overflow(String reason) {
        overflow = reason;
        return this;
    }

    /** Whether the sum that this step adds to was finite. */
    Draft before(double sum) {
        finiteBefore = Double.isFinite(sum);
        return this;
    }

    Telling telling() {
        Optional<Flag> flag = flag();
        Line line = new Line(quantity, reads, left, operation, substituted, value, flag);
        Sentence because = because(flag);
        boolean plain = because == why;
        return new Telling(
                line,
                new Panel(
                        title,
                        rule == null ? line.formula() : rule,
                        Optional.ofNullable(here),
                        numbers == null ? substituted : numbers,
                        left + " = " + script.formulas().value(value, isUpright()),
                        because,
                        plain && brief != null ? brief : because,
                        speech()));
    }

    private Optional<Flag> flag() {
        return !value.isFinite() && finiteBefore && readsAreFinite()
                ? Optional.of(new Flag(Flag.Kind.OVERFLOW, overflow))
                : convention;
    }

    private boolean readsAreFinite() {
        return reads.stream()
                .allMatch(read -> !(read instanceof NetworkAddress number)
                        || script.quantities().value(number).isFinite());
    }

    private Sentence because(Optional<Flag> flag) {
        if (flag.isPresent()) {
            return Sentence.of(flag.get().reason());
        }
        return value.isFinite()
                ? why
                : Sentence.of("A number that this line reads is not finite, so its result is not finite either.");
    }

    private boolean isUpright() {
        return quantity instanceof NetworkAddress.Layer || quantity instanceof NetworkAddress.Targets;
    }

    private String speech() {
        String result = script.formulas().spoken(value);
        return symbol.spoken() + " is " + (how == null ? result : how + ", that is " + result) + ".";
    }
}
