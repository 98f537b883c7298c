package backstep.story.figure;

import backstep.autodiff.Operand;
import backstep.autodiff.WengertList;
import java.util.ArrayList;
import java.util.List;

/** Draws a long Wengert list as a grid, a column for each depth, in time linear in its length. */
final class GridLayout {

    private static final double COLUMN = 180;
    private static final double ROW = 112;

    private final WengertList list;
    private final Depths depths;
    private final List<Integer> filled = new ArrayList<>();
    private final List<Figure.Node> nodes = new ArrayList<>();

    private GridLayout(WengertList list) {
        this.list = list;
        this.depths = Depths.of(list);
    }

    static Figure of(WengertList list) {
        return new GridLayout(list).draw();
    }

    private Figure draw() {
        for (int i = list.firstIndex(); i <= list.operationCount(); i++) {
            place(i, depths.of(i));
        }
        int rows = filled.stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Figure(filled.size() * COLUMN, rows * ROW, nodes, edges());
    }

    private void place(int i, int depth) {
        while (filled.size() <= depth) {
            filled.add(0);
        }
        int row = filled.get(depth);
        filled.set(depth, row + 1);
        nodes.add(new Figure.Node(i, new Point((depth + 0.5) * COLUMN, (row + 0.5) * ROW), GraphLayout.RADIUS));
    }

    private List<Figure.Edge> edges() {
        List<Figure.Edge> edges = new ArrayList<>();
        for (int i = 1; i <= list.operationCount(); i++) {
            for (int k = 0; k < list.operation(i).arity(); k++) {
                if (list.operand(i, k) instanceof Operand.Variable(int j)) {
                    edges.add(edge(centre(j), centre(i), j, i, k));
                }
            }
        }
        return edges;
    }

    private Point centre(int i) {
        return nodes.get(i - list.firstIndex()).centre();
    }

    private static Figure.Edge edge(Point start, Point end, int from, int to, int operand) {
        Point label = new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2);
        return new Figure.Edge(from, to, operand, List.of(start, end), label);
    }
}
