package backstep.story.figure;

import backstep.autodiff.Operand;
import backstep.autodiff.WengertList;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Draws a Wengert list from left to right in layers, one for each depth from the inputs. The order within a layer and the
 * places of the nodes come from the Eclipse Layout Kernel; the same list always gives the same figure.
 */
public final class GraphLayout {

    /** The radius of a node's circle, in CSS pixels. */
    public static final double RADIUS = 23;

    /** What a node takes: its circle, with a line of text above and one below. */
    private static final double NODE_WIDTH = 84;

    private static final double NODE_HEIGHT = 104;
    private static final double LABEL_HEIGHT = 22;

    /**
     * How many layers the edges of a list may reach over, all together, for it to be laid out with care: the kernel's time grows
     * with that, and is a fraction of a second at this size.
     */
    private static final int MOST_SPAN = 600;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final WengertList list;
    private final LabelWidth labelWidth;
    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<Drawn> edges = new ArrayList<>();

    private GraphLayout(WengertList list, LabelWidth labelWidth) {
        this.list = list;
        this.labelWidth = labelWidth;
    }

    /** How wide the label of an edge is. */
    @FunctionalInterface
    public interface LabelWidth {

        /** {@return the width in CSS pixels of ∂vᵢ/∂(operand k) as it is written on its edge} */
        double of(int i, int k);
    }

    /** {@return the figure of a list; a list whose edges are too many or too long to be followed is drawn as a plain grid} */
    public static Figure of(WengertList list, LabelWidth labelWidth) {
        return Depths.of(list).span() > MOST_SPAN ? GridLayout.of(list) : new GraphLayout(list, labelWidth).draw();
    }

    private Figure draw() {
        describe();
        for (int i = list.firstIndex(); i <= list.operationCount(); i++) {
            addNode(i);
        }
        for (int i = 1; i <= list.operationCount(); i++) {
            addEdges(i);
        }
        new RecursiveGraphLayoutEngine().layout(graph, new NullElkProgressMonitor());
        return figure();
    }

    private void describe() {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(4));
        graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 8.0);
    }

    private void addNode(int i) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(NODE_WIDTH, NODE_HEIGHT);
        if (i < 1) {
            node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        }
        nodes.add(node);
    }

    private ElkNode node(int i) {
        return nodes.get(i - list.firstIndex());
    }

    private void addEdges(int i) {
        for (int k = 0; k < list.operation(i).arity(); k++) {
            if (list.operand(i, k) instanceof Operand.Variable(int j)) {
                ElkEdge edge = ElkGraphUtil.createSimpleEdge(node(j), node(i));
                ElkLabel label = ElkGraphUtil.createLabel("∂", edge);
                label.setDimensions(labelWidth.of(i, k), LABEL_HEIGHT);
                label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
                label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
                edges.add(new Drawn(j, i, k, edge, label));
            }
        }
    }

    private Figure figure() {
        List<Figure.Node> circles = new ArrayList<>();
        for (int i = list.firstIndex(); i <= list.operationCount(); i++) {
            circles.add(new Figure.Node(i, centre(node(i)), RADIUS));
        }
        EdgePath path = new EdgePath(circles);
        LabelPlaces labels = new LabelPlaces(circles);
        List<Figure.Edge> lines = edges.stream()
                .map(edge -> labels.place(line(edge, path), edge.label.getWidth(), LABEL_HEIGHT))
                .toList();
        return new Figure(graph.getWidth(), graph.getHeight(), circles, lines);
    }

    private Figure.Edge line(Drawn drawn, EdgePath path) {
        Point label = new Point(
                drawn.label.getX() + drawn.label.getWidth() / 2, drawn.label.getY() + drawn.label.getHeight() / 2);
        List<Point> bends = drawn.edge.getSections().getFirst().getBendPoints().stream()
                .map(bend -> new Point(bend.getX(), bend.getY()))
                .toList();
        return path.of(drawn.from, drawn.to, drawn.operand, bends, label, isAlone(drawn));
    }

    /** {@return whether the operation uses this operand once} */
    private boolean isAlone(Drawn drawn) {
        return list.operands(drawn.to).stream()
                        .filter(new Operand.Variable(drawn.from)::equals)
                        .count()
                == 1;
    }

    private static Point centre(ElkNode node) {
        return new Point(node.getX() + node.getWidth() / 2, node.getY() + node.getHeight() / 2);
    }

    /** An edge that is being laid out. */
    private record Drawn(int from, int to, int operand, ElkEdge edge, ElkLabel label) {}
}
