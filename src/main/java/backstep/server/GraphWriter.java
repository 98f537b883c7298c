package backstep.server;

import backstep.autodiff.Contribution;
import backstep.server.TraceAnswer.EdgeAnswer;
import backstep.server.TraceAnswer.GraphAnswer;
import backstep.server.TraceAnswer.NodeAnswer;
import backstep.server.TraceAnswer.PartialAnswer;
import backstep.story.ExpressionGraph;
import backstep.story.Notation;
import backstep.story.figure.Point;
import java.util.HashMap;
import java.util.Map;

/** Writes the computation graph of an expression as an answer. */
final class GraphWriter {

    private final ExpressionAt at;
    private final ExpressionGraph graph;
    private final Map<Use, Integer> steps = new HashMap<>();

    /** @param operand which operand of vᵢ it is, 0 the left */
    private record Use(int i, int operand) {}

    GraphWriter(ExpressionAt at, Notation notation) {
        this.at = at;
        this.graph = ExpressionGraph.of(Figures.of(at), at.primal(), notation);
        int firstStep = at.list().inputCount() + at.list().operationCount();
        for (int k = 1; k < at.adjoints().size(); k++) {
            Contribution line = at.adjoints().line(k);
            steps.put(new Use(line.through(), line.operand()), firstStep + k);
        }
    }

    GraphAnswer write() {
        return new GraphAnswer(
                graph.width(),
                graph.height(),
                graph.nodes().stream().map(GraphWriter::node).toList(),
                graph.edges().stream().map(this::edge).toList());
    }

    private static NodeAnswer node(ExpressionGraph.Node node) {
        return new NodeAnswer(
                "v" + node.place().index(),
                "v." + node.place().index(),
                node.isInput() ? "input" : "operation",
                node.label(),
                node.name(),
                node.place().centre().x(),
                node.place().centre().y(),
                node.place().radius(),
                node.output().orElse(null));
    }

    private EdgeAnswer edge(ExpressionGraph.Edge edge) {
        int i = edge.place().to();
        int operand = edge.place().operand();
        return new EdgeAnswer(
                "v" + edge.place().from(),
                "v" + i,
                operand,
                edge.place().points().stream().map(GraphWriter::pair).toArray(double[][]::new),
                pair(edge.place().label()),
                new PartialAnswer(
                        edge.partial(),
                        at.primal().partial(i, operand),
                        StepWriter.flag(at.primal().partialFlag(i, operand))),
                steps.get(new Use(i, operand)));
    }

    private static double[] pair(Point point) {
        return new double[] {point.x(), point.y()};
    }
}
