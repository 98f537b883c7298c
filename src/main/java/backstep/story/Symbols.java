package backstep.story;

import backstep.autodiff.WengertList;
import backstep.expression.Latex;
import java.util.stream.Collectors;

/** The names of the quantities of one Wengert list, in a notation. */
final class Symbols {

    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private final WengertList list;
    private final Notation notation;
    private final String outputName;

    /** @param outputName the output y that adjoints are derivatives of */
    Symbols(WengertList list, Notation notation, String outputName) {
        this.list = list;
        this.notation = notation;
        this.outputName = outputName;
    }

    /** {@return vᵢ} */
    Symbol value(int i) {
        return new Symbol(
                "v" + subscript(i), marked(new Address.Value(i), "fwd", "v_{" + i + "}"), "v " + spokenIndex(i));
    }

    /** {@return v̄ᵢ, or ∂y/∂vᵢ where the notation says so} */
    Symbol adjoint(int i) {
        boolean bar = notation.adjoint() == Notation.AdjointSymbol.BAR;
        String latex =
                bar ? "\\bar{v}_{" + i + "}" : "\\partial " + Latex.name(outputName) + "/\\partial v_{" + i + "}";
        String plain = bar ? "v̄" + subscript(i) : "∂" + outputName + "/∂v" + subscript(i);
        String spoken = bar
                ? "v-bar " + spokenIndex(i)
                : "the derivative of " + spelled(outputName) + " by v " + spokenIndex(i);
        return new Symbol(plain, marked(new Address.Adjoint(i), "bwd", latex), spoken);
    }

    /** {@return v̇ᵢ in the direction of {@code input}} */
    Symbol tangent(String input, int i) {
        return new Symbol(
                "v̇" + subscript(i),
                marked(new Address.Tangent(input, i), "fwd", "\\dot{v}_{" + i + "}"),
                "v-dot " + spokenIndex(i));
    }

    /** {@return the input that is vᵢ, by its own name} */
    Symbol input(int i) {
        String name = list.input(i);
        String latex = Latex.name(name);
        return new Symbol(name, notation.marks() ? data(new Address.Value(i), latex) : latex, spelled(name));
    }

    /** {@return vᵢ by the name that a reader knows it by: an input's own, else vᵢ} */
    Symbol familiar(int i) {
        return i < 1 ? input(i) : value(i);
    }

    /** {@return the output that is differentiated} */
    Symbol output() {
        return new Symbol(outputName, Latex.name(outputName), spelled(outputName));
    }

    /** {@return vᵢ without colour and address, for the denominator of a derivative} */
    static String bare(int i) {
        return "v_{" + i + "}";
    }

    private String marked(Address address, String colour, String latex) {
        return notation.marks() ? data(address, "\\htmlClass{" + colour + "}{" + latex + "}") : latex;
    }

    private static String data(Address address, String latex) {
        return "\\htmlData{q=" + address + "}{" + latex + "}";
    }

    private static String subscript(int i) {
        String digits = Integer.toString(Math.abs(i))
                .chars()
                .mapToObj(digit -> SUBSCRIPTS.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
        return i < 0 ? "₋" + digits : digits;
    }

    private static String spokenIndex(int i) {
        return i < 0 ? "minus " + -i : Integer.toString(i);
    }

    /** {@return x1 as x 1, so that it is not read as one word} */
    private static String spelled(String name) {
        return name.replaceAll("(?<=\\D)(?=\\d)", " ");
    }
}
