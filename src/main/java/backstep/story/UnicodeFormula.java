package backstep.story;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The formulas of a story as one line of text for a terminal: {@code v̄₀ + v̄₂ · v₋₁} for
 * {@code \bar{v}_{0} + \bar{v}_{2} \cdot v_{-1}}. It reads the LaTeX that formulas are written in here, and knows the commands
 * that they use and no others, so that a formula has one author and two scripts.
 */
public final class UnicodeFormula {

    private static final Set<String> FUNCTIONS =
            Set.of("min", "max", "ln", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("times", "×"),
            Map.entry("cdot", "·"),
            Map.entry("infty", "∞"),
            Map.entry("_", "_"),
            Map.entry("sum", "Σ"),
            Map.entry("ell", "ℓ"),
            Map.entry("odot", "⊙"),
            Map.entry("oslash", "⊘"),
            Map.entry("ast", "∗"),
            Map.entry("ldots", "…"),
            Map.entry("varepsilon", "ε"),
            Map.entry("top", "ᵀ"),
            Map.entry("cdots", "…"),
            Map.entry("vdots", "⋮"),
            Map.entry("ddots", "⋱"),
            Map.entry("to", "→"),
            Map.entry("leftarrow", "←"),
            Map.entry("approx", "≈"),
            Map.entry("ne", "≠"),
            Map.entry("langle", "⟨"),
            Map.entry("rangle", "⟩"),
            Map.entry("left", ""),
            Map.entry("right", ""),
            Map.entry("\\", ";"),
            Map.entry(";", ""),
            Map.entry("quad", ""),
            Map.entry("le", "≤"),
            Map.entry("Rightarrow", "⇒"),
            Map.entry(" ", " "));

    private static final Pattern ONE_PIECE = Pattern.compile("[\\p{L}\\p{M}\\p{N}₋.∞∂⁽⁾]*");

    private final String latex;
    private int at;

    private UnicodeFormula(String latex) {
        this.latex = latex;
    }

    /**
     * {@return the formula as text}
     *
     * @throws IllegalArgumentException where the formula has a command that no formula of a story uses
     */
    public static String of(String latex) {
        UnicodeFormula formula = new UnicodeFormula(latex);
        String text = formula.text();
        if (formula.at <= latex.length()) {
            throw new IllegalArgumentException("a group ends that never began, in " + latex);
        }
        return text;
    }

    /** {@return what stands up to the end of the formula, or of the group that was entered} */
    private String text() {
        StringBuilder text = new StringBuilder();
        while (at < latex.length() && latex.charAt(at) != '}') {
            append(text);
        }
        at++;
        return text.toString();
    }

    private void append(StringBuilder text) {
        char next = latex.charAt(at++);
        switch (next) {
            case '{' -> text.append(text());
            case '\\' -> command(text);
            case '_' -> text.append(subscript(group()));
            case '^' -> text.append(superscript(group()));
            case '-' -> text.append('−');
            case '&' -> skipSpace();
            default -> text.append(next);
        }
    }

    private void command(StringBuilder text) {
        String name = name();
        switch (name) {
            case "bar" -> text.append(group()).append('\u0304');
            case "dot" -> text.append(group()).append('\u0307');
            case "hat" -> text.append(group()).append('\u0302');
            case "tilde" -> text.append(group()).append('\u0303');
            case "sqrt" -> text.append('√').append(inOnePiece(group()));
            case "frac" -> text.append(inOnePiece(group())).append('/').append(inOnePiece(group()));
            case "underbrace" -> {
                text.append(group());
                skipLabel();
            }
            case "begin" -> {
                group();
                text.append('[');
                skipSpace();
            }
            case "end" -> {
                group();
                closeUp(text);
                text.append(']');
            }
            case "operatorname", "mathrm", "text" -> text.append(group());
            case "," -> {
                text.append(' ');
                skipSpace();
            }
            case "partial" -> {
                text.append('∂');
                skipSpace();
            }
            case "lvert", "lVert" -> {
                text.append(name.equals("lvert") ? '|' : '‖');
                skipSpace();
            }
            case "rvert", "rVert" -> {
                closeUp(text);
                text.append(name.equals("rvert") ? '|' : '‖');
            }
            case "lfloor" -> {
                text.append('⌊');
                skipSpace();
            }
            case "rfloor" -> {
                closeUp(text);
                text.append('⌋');
            }
            default -> text.append(sign(name));
        }
    }

    /** {@return the letters of a command, or the one sign that it is} */
    private String name() {
        int from = at;
        while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
            at++;
        }
        if (at == from) {
            at++;
        }
        return latex.substring(from, at);
    }

    private String sign(String name) {
        if (FUNCTIONS.contains(name)) {
            return name;
        }
        String sign = SIGNS.containsKey(name) ? SIGNS.get(name) : GreekLetter.of(name);
        if (sign == null) {
            throw new IllegalArgumentException("\\" + name + " is not known, in " + latex);
        }
        return sign;
    }

    private String group() {
        if (at >= latex.length() || latex.charAt(at) != '{') {
            throw new IllegalArgumentException("a group is missing at position " + (at + 1) + " of " + latex);
        }
        at++;
        return text();
    }

    /** Passes over the name below a brace. */
    private void skipLabel() {
        if (at < latex.length() && latex.charAt(at) == '_') {
            at++;
            group();
        }
    }

    private void skipSpace() {
        if (at < latex.length() && latex.charAt(at) == ' ') {
            at++;
        }
    }

    /** Takes away the space at the end. */
    private static void closeUp(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    private static String subscript(String index) {
        return Raised.SUBSCRIPTS.write(index).orElse("_" + index);
    }

    private static String superscript(String exponent) {
        return Raised.SUPERSCRIPTS.write(exponent).orElse("^" + inOnePiece(exponent));
    }

    private static String inOnePiece(String operand) {
        return ONE_PIECE.matcher(operand).matches() ? operand : "(" + operand + ")";
    }
}
