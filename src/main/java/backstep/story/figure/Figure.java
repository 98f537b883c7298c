package backstep.story.figure;

import java.util.List;

/**
 * A drawn graph.
 *
 * @param width of the whole drawing, in CSS pixels
 * @param height likewise
 */
public record Figure(double width, double height, List<Node> nodes, List<Edge> edges) {

    public Figure {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A circle.
     *
     * @param index i of the variable vᵢ that it stands for
     * @param centre of the circle
     * @param radius in CSS pixels
     */
    public record Node(int index, Point centre, double radius) {}

    /**
     * A line from an operand to the operation that uses it.
     *
     * @param from index of the operand
     * @param to index of the operation's variable
     * @param operand which operand it is, 0 the left
     * @param points from circle to circle, at least two
     * @param label the centre of the place that is kept free for the local derivative
     */
    public record Edge(int from, int to, int operand, List<Point> points, Point label) {

        public Edge {
            points = List.copyOf(points);
        }
    }
}
