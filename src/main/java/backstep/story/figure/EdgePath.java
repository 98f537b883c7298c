package backstep.story.figure;

import java.util.ArrayList;
import java.util.List;

/** Leads an edge from circle to circle: straight where nothing is in the way, else round the nodes as it was laid out. */
final class EdgePath {

    /** How far an edge stays away from the circles, in CSS pixels. */
    private static final double GAP = 5;

    /** What a node takes: its circle, with a line of text above and one below. */
    static final double TEXT_WIDTH = 72;

    static final double TEXT_HEIGHT = 100;

    private final List<Figure.Node> nodes;

    EdgePath(List<Figure.Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * {@return the edge}
     *
     * @param bends where it was led round the nodes
     * @param label the place kept free for its label, on the bent path
     * @param alone whether no other edge joins the same nodes
     */
    Figure.Edge of(int from, int to, int operand, List<Point> bends, Point label, boolean alone) {
        Point start = node(from).centre();
        Point end = node(to).centre();
        boolean straight = alone && isClear(from, to, start, end);
        List<Point> path = new ArrayList<>();
        path.add(start);
        if (!straight) {
            path.addAll(bends);
        }
        path.add(end);
        path.set(0, towards(path.get(0), path.get(1)));
        path.set(path.size() - 1, towards(path.getLast(), path.get(path.size() - 2)));
        return new Figure.Edge(from, to, operand, path, straight ? onLine(path, label.x()) : label);
    }

    private Figure.Node node(int index) {
        return nodes.get(index - nodes.getFirst().index());
    }

    /** {@return the point where the edge leaves the circle round {@code centre}} */
    private static Point towards(Point centre, Point next) {
        double length = Math.hypot(next.x() - centre.x(), next.y() - centre.y());
        double share = (GraphLayout.RADIUS + GAP) / Math.max(length, GraphLayout.RADIUS + GAP);
        return new Point(centre.x() + share * (next.x() - centre.x()), centre.y() + share * (next.y() - centre.y()));
    }

    private boolean isClear(int from, int to, Point start, Point end) {
        return nodes.stream()
                .filter(node -> node.index() != from && node.index() != to)
                .filter(node -> node.centre().x() > start.x() && node.centre().x() < end.x())
                .noneMatch(node -> isCrossed(node.centre(), start, end));
    }

    /** {@return whether the line passes through the node or its text} */
    private static boolean isCrossed(Point centre, Point start, Point end) {
        double left = heightAt(Math.max(centre.x() - TEXT_WIDTH / 2, start.x()), start, end) - centre.y();
        double right = heightAt(Math.min(centre.x() + TEXT_WIDTH / 2, end.x()), start, end) - centre.y();
        boolean above = left < -TEXT_HEIGHT / 2 && right < -TEXT_HEIGHT / 2;
        boolean below = left > TEXT_HEIGHT / 2 && right > TEXT_HEIGHT / 2;
        return !above && !below;
    }

    private static double heightAt(double x, Point start, Point end) {
        return start.y() + (end.y() - start.y()) * (x - start.x()) / (end.x() - start.x());
    }

    private static Point onLine(List<Point> path, double x) {
        Point start = path.getFirst();
        Point end = path.getLast();
        double within = Math.clamp(x, start.x(), end.x());
        return new Point(within, heightAt(within, start, end));
    }
}
