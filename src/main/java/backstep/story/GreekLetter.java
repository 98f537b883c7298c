package backstep.story;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Greek letters that LaTeX has commands for. */
final class GreekLetter {

    private static final char ALPHA = 'α';
    private static final char CAPITAL_ALPHA = 'Α';

    /** In the order of the alphabet and of Unicode, which has two characters for sigma. */
    private static final List<String> NAMES = List.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "omicron",
            "pi",
            "rho",
            "final sigma",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "chi",
            "psi",
            "omega");

    private GreekLetter() {}

    /** {@return the letter that the command {@code name} prints, a capital where the name begins with one; null for no letter} */
    static @Nullable String of(String name) {
        int place = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
        if (place < 0) {
            return null;
        }
        boolean capital = Character.isUpperCase(name.charAt(0));
        return Character.toString((capital ? CAPITAL_ALPHA : ALPHA) + place);
    }
}
