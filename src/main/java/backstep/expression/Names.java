package backstep.expression;

import java.util.regex.Pattern;

/** Which words the grammar takes for names and numbers, and which names are its own. */
final class Names {

    private static final Pattern NUMBER = Pattern.compile("([0-9]++(\\.[0-9]*+)?|\\.[0-9]++)([eE][+-]?[0-9]++)?");

    private Names() {}

    static boolean isIdentifier(String name) {
        int end = 0;
        while (end < name.length() && Spelling.isPlainNamePart(name.charAt(end))) {
            end++;
        }
        return end > 0 && end == name.length() && Spelling.isLetter(name.charAt(0));
    }

    /** {@return whether the grammar reads {@code text} as one number, which has no sign} */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isConstant(String name) {
        return Constant.of(name).isPresent();
    }

    static boolean isFunction(String name) {
        return Callee.of(name).isPresent();
    }

    /** @throws IllegalArgumentException where {@code name} cannot name a variable or a definition */
    static void requireFree(String name) {
        if (!isIdentifier(name) || isConstant(name) || isFunction(name)) {
            throw new IllegalArgumentException(
                    "a name is a letter, then letters, digits or _, and neither a function nor " + "a constant, was \""
                            + name + '"');
        }
    }
}
