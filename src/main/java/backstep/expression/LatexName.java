package backstep.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The LaTeX of a name: one letter or a Greek letter in italics, a word upright, digits and what follows _ as subscripts. */
final class LatexName {

    private static final Pattern LETTERS_THEN_DIGITS = Pattern.compile("([A-Za-z]+)([0-9]*)");
    private static final Set<String> GREEK = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
            "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");

    private LatexName() {}

    static String of(String name) {
        List<String> parts = List.of(name.split("_", -1));
        Matcher base = LETTERS_THEN_DIGITS.matcher(parts.getFirst());
        if (!base.matches() || parts.contains("")) {
            return upright(name);
        }
        List<String> subscripts = new ArrayList<>();
        if (!base.group(2).isEmpty()) {
            subscripts.add(base.group(2));
        }
        parts.stream().skip(1).map(LatexName::symbol).forEach(subscripts::add);
        String symbol = symbol(base.group(1));
        return subscripts.isEmpty() ? symbol : symbol + "_{" + String.join(",", subscripts) + "}";
    }

    /** {@return whether the name begins with a word, which would run into a symbol beside it} */
    static boolean isWord(String name) {
        return of(name).startsWith("\\mathrm");
    }

    private static String symbol(String part) {
        if (GREEK.contains(part)) {
            return "\\" + part;
        }
        boolean plain = part.length() == 1 || part.chars().allMatch(Character::isDigit);
        return plain ? part : upright(part);
    }

    private static String upright(String word) {
        return "\\mathrm{" + word.replace("_", "\\_") + "}";
    }
}
