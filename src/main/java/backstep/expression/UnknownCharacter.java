package backstep.expression;

import java.util.Locale;
import java.util.Map;

/** What an error says of a character that the grammar does not use. */
final class UnknownCharacter {

    private static final Map<String, String> WAYS_OUT = Map.ofEntries(
            Map.entry("|", "write abs(…)"),
            Map.entry("√", "write sqrt(…)"),
            Map.entry("²", "write ^2"),
            Map.entry("³", "write ^3"),
            Map.entry("⁻", "write ^-"),
            Map.entry("½", "write 1/2"),
            Map.entry("∞", "there is no infinity here"),
            Map.entry("[", "write ( )"),
            Map.entry("]", "write ( )"),
            Map.entry("{", "write ( )"),
            Map.entry("}", "write ( )"),
            Map.entry("!", "there is no factorial"),
            Map.entry("%", "there is no percent and no remainder"),
            Map.entry(":", "write / to divide, = to define"),
            Map.entry("…", "write every term"));

    private UnknownCharacter() {}

    static String sentence(int character) {
        String shown = Character.toString(character);
        boolean visible = isVisible(character);
        String quoted = visible ? " \"" + shown + '"' : "";
        String named = visible && character < 0x80 ? "" : " (" + name(character) + ")";
        return "unknown character" + quoted + named + wayOut(character, shown);
    }

    private static String wayOut(int character, String shown) {
        if (WAYS_OUT.containsKey(shown)) {
            return ": " + WAYS_OUT.get(shown);
        }
        return Character.isLetter(character) ? ": names use the letters A to Z" : "";
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return name == null || Character.isISOControl(character)
                ? String.format(Locale.ROOT, "U+%04X", character)
                : name.toLowerCase(Locale.ROOT);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
