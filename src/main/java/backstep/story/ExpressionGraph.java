package backstep.story;

import backstep.autodiff.Operand;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import backstep.expression.Latex;
import backstep.story.figure.Figure;
import backstep.story.figure.GraphLayout;
import java.util.List;
import java.util.Optional;

/**
 * The computation graph of an expression: where its nodes and edges are drawn, and what is written in and on them.
 *
 * @param width of the drawing, in CSS pixels
 * @param height likewise
 */
public record ExpressionGraph(double width, double height, List<Node> nodes, List<Edge> edges) {

    public ExpressionGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A variable.
     *
     * @param label what stands in the circle, as LaTeX
     * @param name how the label is read aloud
     * @param output the name of the output that it holds
     */
    public record Node(Figure.Node place, String label, String name, Optional<String> output) {

        /** {@return whether it is an input rather than an operation} */
        public boolean isInput() {
            return place.index() < 1;
        }
    }

    /**
     * The use of a variable by an operation.
     *
     * @param partial the local derivative in symbols, as LaTeX
     */
    public record Edge(Figure.Edge place, String partial) {}

    /** {@return where the nodes and edges of a list are drawn, whatever its values and the notation} */
    public static Figure figure(PrimalTrace primal) {
        ExpressionFormulas plain = Script.of(primal, 0, Notation.STANDARD).formulas();
        return GraphLayout.of(primal.list(), (i, k) -> LabelWidth.of(plain.derivative(i, k)));
    }

    /**
     * {@return the graph of the list that was evaluated}
     *
     * @param figure of that list
     */
    public static ExpressionGraph of(Figure figure, PrimalTrace primal, Notation notation) {
        WengertList list = primal.list();
        Script script = Script.of(primal, 0, notation);
        return new ExpressionGraph(
                figure.width(),
                figure.height(),
                figure.nodes().stream().map(place -> node(list, place)).toList(),
                figure.edges().stream().map(place -> edge(script, place)).toList());
    }

    private static Node node(WengertList list, Figure.Node place) {
        int i = place.index();
        return new Node(place, label(list, i), name(list, i), output(list, i));
    }

    private static Edge edge(Script script, Figure.Edge place) {
        return new Edge(
                place, script.formulas().derivative(place.to(), place.operand()).inline());
    }

    private static String label(WengertList list, int i) {
        return i < 1
                ? Latex.name(list.input(i))
                : OperationFormula.sign(list.operation(i), constant(list, i, 0), constant(list, i, 1));
    }

    /** {@return the operand as it stands in the formula, where it is a constant} */
    private static String constant(WengertList list, int i, int k) {
        boolean there = k < list.operation(i).arity();
        return there && list.operand(i, k) instanceof Operand.Constant(var _, String latex) ? latex : "";
    }

    private static String name(WengertList list, int i) {
        return i < 1 ? list.input(i) : OperationWords.sign(list.operation(i));
    }

    private static Optional<String> output(WengertList list, int i) {
        return list.outputs().stream()
                .filter(output -> output.operand().equals(new Operand.Variable(i)))
                .map(output -> output.name())
                .findFirst();
    }
}
