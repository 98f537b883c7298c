package backstep.story.network;

import backstep.network.Network;
import backstep.network.Sign;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Moment;
import backstep.story.NetworkQuantity.Part;
import backstep.story.NetworkQuantity.Table;
import backstep.story.NetworkQuantity.Vector;
import backstep.story.Notation;
import backstep.story.Symbol;
import backstep.story.UnicodeFormula;

/** The names of the quantities of a network in their three scripts. */
final class NetworkSymbols {

    private static final String NEW = "\\mathrm{new}";

    private final Network network;
    private final Sign sign;
    private final boolean marks;

    NetworkSymbols(Network network, Sign sign, Notation notation) {
        this.network = network;
        this.sign = sign;
        this.marks = notation.marks();
    }

    /** {@return the whole name: a₂⁽²⁾} */
    Symbol of(NetworkAddress quantity) {
        return symbol(quantity, bare(quantity), spoken(quantity));
    }

    /** {@return the name without the layer, for a sentence that leaves no doubt: a₂} */
    Symbol brief(NetworkAddress.Unit unit) {
        return symbol(unit, letter(unit.vector(), unit.layer()) + "_{" + unit.unit() + "}", spokenUnit(unit));
    }

    /** {@return the name of an entry without the layer: Θ₁₂} */
    Symbol brief(NetworkAddress.Entry entry) {
        String latex = letter(entry.table()) + "_{" + pair(entry.row(), entry.column()) + "}";
        return symbol(entry, latex, letterSpoken(entry.table()) + " " + entry.row() + " " + entry.column());
    }

    private Symbol symbol(NetworkAddress quantity, String bare, String spoken) {
        return new Symbol(UnicodeFormula.of(bare), marked(quantity, bare), spoken);
    }

    /** {@return the name as LaTeX} */
    String latex(NetworkAddress quantity) {
        return marked(quantity, bare(quantity));
    }

    String z(int l, int i, int e) {
        return latex(new NetworkAddress.Unit(Vector.Z, l, i, e));
    }

    String a(int l, int i, int e) {
        return latex(new NetworkAddress.Unit(Vector.A, l, i, e));
    }

    String delta(int l, int i, int e) {
        return latex(new NetworkAddress.Unit(Vector.DELTA, l, i, e));
    }

    String theta(int l, int i, int j) {
        return latex(new NetworkAddress.Entry(new Table.Weights(0), l, i, j));
    }

    String y(int k, int e) {
        return latex(new NetworkAddress.Target(k, e));
    }

    /** {@return a name with a letter for its index, of no number in particular: δₖ⁽³⁾} */
    String any(Vector vector, int l, String index) {
        return coloured(colour(vector), letter(vector, l) + "_{" + index + "}" + (isInput(vector, l) ? "" : layer(l)));
    }

    /** {@return Θ with a letter for an index: Θₖ₂⁽²⁾} */
    String anyTheta(int l, String indices) {
        return "\\Theta_{" + indices + "}" + layer(l);
    }

    /** {@return ∂ℓ/∂aᵢ⁽ˡ⁾} */
    String blame(int l, int i) {
        return coloured(
                "bwd",
                "\\frac{\\partial " + objective() + "}{\\partial " + letter(Vector.A, l) + "_{" + i + "}" + layer(l)
                        + "}");
    }

    /** {@return what the derivatives are of: ℓ, or the logarithm of the likelihood} */
    String objective() {
        return sign == Sign.LOSS ? "\\ell" : "\\ln L";
    }

    /** {@return what the derivatives are of, in a word} */
    String objectiveWord() {
        return sign == Sign.LOSS ? "loss" : "likelihood";
    }

    private String bare(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit(Vector vector, int l, int i, int _) ->
                letter(vector, l) + "_{" + i + "}" + (isInput(vector, l) ? "" : layer(l));
            case NetworkAddress.Layer(Vector vector, int l, int _) ->
                isInput(vector, l) ? "x" : letter(vector, l) + layer(l);
            case NetworkAddress.OfChannel(Moment moment, int l, int c) ->
                moment == Moment.MEAN ? "\\mu_{" + c + "}" + layer(l) : "\\sigma_{" + c + "}^{2\\,(" + l + ")}";
            case NetworkAddress.OfChannels(Moment moment, int l) ->
                moment == Moment.MEAN ? "\\mu" + layer(l) : "\\sigma^{2\\,(" + l + ")}";
            case NetworkAddress.Target(int k, int _) -> network.outputs() == 1 ? "y" : "y_{" + k + "}";
            case NetworkAddress.Targets _ -> "y";
            case NetworkAddress.Loss(int e, int updates) ->
                "\\ell_{" + e + "}" + (updates == 0 ? "" : "^{" + NEW + "}");
            case NetworkAddress.Cost(int updates) -> "J" + (updates == 0 ? "" : "^{" + NEW + "}");
            case NetworkAddress.Entry(Table table, int l, int i, int j) ->
                letter(table) + "_{" + pair(i, j) + "}" + layer(table, l);
            case NetworkAddress.Row(Table table, int l, int i) -> letter(table) + "_{" + i + ",:}" + layer(table, l);
            case NetworkAddress.Whole(Table table, int l) -> letter(table) + layer(table, l);
            case NetworkAddress.OfUpdate(Measure measure) -> OptimizerSymbols.latex(measure, "");
            case NetworkAddress.OfMatrix(Measure measure, int l) -> OptimizerSymbols.latex(measure, layer(l));
        };
    }

    private String spoken(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit ->
                spokenUnit(unit) + (isInput(unit.vector(), unit.layer()) ? "" : " of layer " + unit.layer());
            case NetworkAddress.Layer(Vector vector, int l, int _) ->
                isInput(vector, l) ? "x" : vector.spelling() + " of layer " + l;
            case NetworkAddress.OfChannel(Moment moment, int l, int c) ->
                "the " + moment.spelling() + " of channel " + c + " of layer " + l;
            case NetworkAddress.OfChannels(Moment moment, int l) -> "the " + moment.spelling() + "s of layer " + l;
            case NetworkAddress.Target(int k, int _) -> network.outputs() == 1 ? "y" : "y " + k;
            case NetworkAddress.Targets _ -> "y";
            case NetworkAddress.Loss(int e, int updates) ->
                "the loss of example " + e + (updates == 0 ? "" : " after the update");
            case NetworkAddress.Cost(int updates) -> "the cost" + (updates == 0 ? "" : " after the update");
            case NetworkAddress.Entry(Table table, int l, int i, int j) ->
                letterSpoken(table) + " " + i + " " + j + " of layer " + l;
            case NetworkAddress.Row(Table table, int l, int i) ->
                "row " + i + " of " + letterSpoken(table) + " of layer " + l;
            case NetworkAddress.Whole(Table table, int l) -> letterSpoken(table) + " of layer " + l;
            case NetworkAddress.OfUpdate(Measure measure) -> OptimizerSymbols.spoken(measure);
            case NetworkAddress.OfMatrix(Measure measure, int l) -> OptimizerSymbols.spoken(measure) + " of layer " + l;
        };
    }

    private String spokenUnit(NetworkAddress.Unit unit) {
        return (isInput(unit.vector(), unit.layer()) ? "x" : unit.vector().spelling()) + " " + unit.unit();
    }

    private static boolean isInput(Vector vector, int l) {
        return vector == Vector.A && l == 1;
    }

    private static String letter(Vector vector, int l) {
        return switch (vector) {
            case Z -> "z";
            case A -> l == 1 ? "x" : "a";
            case DELTA -> "\\delta";
            case X_HAT -> "\\hat{x}";
        };
    }

    private static String letter(Table table) {
        return switch (table) {
            case Table.Weights _ -> "\\Theta";
            case Table.Sum _ -> "\\Delta";
            case Table.Gradient _ -> "D";
            case Table.Remembered(Memory memory, int _) -> OptimizerSymbols.letter(memory);
            case Table.Made(Part part) -> OptimizerSymbols.letter(part);
        };
    }

    private static String letterSpoken(Table table) {
        return switch (table) {
            case Table.Weights(int updates) -> updates == 0 ? "theta" : "the new theta";
            case Table.Sum _ -> "capital delta";
            case Table.Gradient _ -> "D";
            case Table.Remembered(Memory memory, int updates) ->
                (updates == 0 ? "" : "the new ") + OptimizerSymbols.spoken(memory);
            case Table.Made(Part part) -> OptimizerSymbols.spoken(part);
        };
    }

    private static String layer(int l) {
        return "^{(" + l + ")}";
    }

    private static String layer(Table table, int l) {
        boolean isNew = table instanceof Table.Weights(int updates) && updates > 0
                || table instanceof Table.Remembered(Memory _, int times) && times > 0;
        return isNew ? "^{(" + l + ")" + NEW + "}" : layer(l);
    }

    /** {@return two indices, with a comma between them where one is above 9} */
    static String pair(int i, int j) {
        return i > 9 || j > 9 ? i + "," + j : "" + i + j;
    }

    /** {@return an index and a letter: 2j, or 12,j} */
    static String pair(int i, String letter) {
        return i > 9 ? i + "," + letter : i + letter;
    }

    /** {@return a letter and an index: k2, or k,12} */
    static String pair(String letter, int j) {
        return j > 9 ? letter + "," + j : letter + j;
    }

    private static String colour(Vector vector) {
        return switch (vector) {
            case Z, A, X_HAT -> "fwd";
            case DELTA -> "bwd";
        };
    }

    private static String colour(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Unit unit -> colour(unit.vector());
            case NetworkAddress.Layer layer -> colour(layer.vector());
            case NetworkAddress.Entry entry -> colour(entry.table());
            case NetworkAddress.Row row -> colour(row.table());
            case NetworkAddress.Whole whole -> colour(whole.table());
            case NetworkAddress.Target _, NetworkAddress.Targets _, NetworkAddress.Loss _, NetworkAddress.Cost _ -> "";
            case NetworkAddress.OfChannel _, NetworkAddress.OfChannels _ -> "fwd";
            case NetworkAddress.OfUpdate(Measure measure) -> measure == Measure.LEARNING_RATE ? "" : "bwd";
            case NetworkAddress.OfMatrix _ -> "bwd";
        };
    }

    private static String colour(Table table) {
        return table instanceof Table.Weights ? "" : "bwd";
    }

    private String marked(NetworkAddress quantity, String latex) {
        return marks ? "\\htmlData{q=" + quantity + "}{" + coloured(colour(quantity), latex) + "}" : latex;
    }

    private String coloured(String colour, String latex) {
        return marks && !colour.isEmpty() ? "\\htmlClass{" + colour + "}{" + latex + "}" : latex;
    }
}
