package backstep.story.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Moves the labels of edges along their edges until none covers another one, or a node with its text. */
final class LabelPlaces {

    /** Where on its edge a label may stand, as shares of the edge's length: near the middle first. */
    private static final double[] SHARES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8};

    private final List<Box> taken = new ArrayList<>();

    /**
     * A rectangle.
     *
     * @param width of the whole, likewise {@code height}
     */
    private record Box(Point centre, double width, double height) {

        boolean overlaps(Box other) {
            return Math.abs(centre.x() - other.centre.x()) < (width + other.width) / 2
                    && Math.abs(centre.y() - other.centre.y()) < (height + other.height) / 2;
        }
    }

    LabelPlaces(List<Figure.Node> nodes) {
        nodes.forEach(node -> taken.add(new Box(node.centre(), EdgePath.TEXT_WIDTH, EdgePath.TEXT_HEIGHT)));
    }

    /** {@return the edge with its label where nothing is yet, or as it was where there is no such place} */
    Figure.Edge place(Figure.Edge edge, double width, double height) {
        Box box = Stream.concat(
                        Stream.of(edge.label()), DoubleStream.of(SHARES).mapToObj(share -> at(edge.points(), share)))
                .map(centre -> new Box(centre, width, height))
                .filter(candidate -> taken.stream().noneMatch(candidate::overlaps))
                .findFirst()
                .orElse(new Box(edge.label(), width, height));
        taken.add(box);
        return new Figure.Edge(edge.from(), edge.to(), edge.operand(), edge.points(), box.centre());
    }

    /** {@return the point at a share of the path's length} */
    private static Point at(List<Point> path, double share) {
        double left = share * length(path);
        for (int k = 1; k < path.size(); k++) {
            Point start = path.get(k - 1);
            Point end = path.get(k);
            double length = distance(start, end);
            if (left <= length) {
                double t = length == 0 ? 0 : left / length;
                return new Point(start.x() + t * (end.x() - start.x()), start.y() + t * (end.y() - start.y()));
            }
            left -= length;
        }
        return path.getLast();
    }

    private static double length(List<Point> path) {
        double length = 0;
        for (int k = 1; k < path.size(); k++) {
            length += distance(path.get(k - 1), path.get(k));
        }
        return length;
    }

    private static double distance(Point start, Point end) {
        return Math.hypot(end.x() - start.x(), end.y() - start.y());
    }
}
