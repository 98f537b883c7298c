package backstep.story.network;

import backstep.linalg.Window;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.story.figure.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A drawn network: a column a layer, a circle a unit, bias units on top. Wide layers are folded to their first units, a count,
 * and their last. All sizes are CSS pixels.
 *
 * @param links edges that are not weights of a dense layer, between units that are drawn
 */
public record NetworkFigure(
        double width, double height, List<Column> columns, List<Node> nodes, List<Fold> folds, List<Link> links) {

    /** The most units that a layer shows without being folded. */
    public static final int MOST_UNITS = 12;

    private static final int FIRST = 5;
    private static final int LAST = 2;

    private static final double COLUMN = 300;
    private static final double NARROW_COLUMN = 220;
    private static final double SIDE = 130;
    private static final double TOP = 64;
    private static final double BOTTOM = 66;
    private static final int FEW = 5;
    private static final double WIDE_GAP = 98;
    private static final double LEAST_GAP = 40;
    private static final double TALL = 560;

    public NetworkFigure {
        columns = List.copyOf(columns);
        nodes = List.copyOf(nodes);
        folds = List.copyOf(folds);
        links = List.copyOf(links);
    }

    /** The head of a layer. */
    public record Column(int layer, double x, String title) {}

    /**
     * A circle.
     *
     * @param unit from 1; 0 is the bias unit
     */
    public record Node(int layer, int unit, Point centre, double radius) {

        /** {@return whether it stands for the bias unit} */
        public boolean isBias() {
            return unit == 0;
        }
    }

    /** The place of the units {@code from} to {@code to}, which are not drawn. */
    public record Fold(int layer, Point centre, int hidden, int from, int to) {}

    /**
     * An edge from a unit to one that does not read all units of the layer before: to a convolution that has it in its patch, a
     * pooling that has it in its window, a normalisation or a flattening of that unit alone, or past a residual block to the
     * addition behind it.
     *
     * @param row of the weight on it in Θ of the layer before, from 1; 0 where there is none
     * @param column of that weight; of a normalisation that of γ
     */
    public record Link(int fromLayer, int from, int layer, int unit, int row, int column) {}

    /**
     * {@return the drawing of a network}
     *
     * @param unfolded the layers that are drawn whole, however wide they are
     */
    public static NetworkFigure of(Network network, Set<Integer> unfolded) {
        List<Layer> layers = IntStream.rangeClosed(1, network.outputLayer())
                .mapToObj(l -> new Layer(network, l, unfolded.contains(l)))
                .toList();
        double tallest = layers.stream().mapToDouble(Layer::height).max().orElseThrow();
        double step = layers.size() <= 4 ? COLUMN : NARROW_COLUMN;
        List<Column> columns = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        List<Fold> folds = new ArrayList<>();
        for (Layer layer : layers) {
            double x = SIDE + (layer.l - 1) * step;
            columns.add(new Column(layer.l, x, layer.title()));
            layer.place(x, TOP + (tallest - layer.height()) / 2, nodes, folds);
        }
        return new NetworkFigure(
                2 * SIDE + (layers.size() - 1) * step,
                TOP + tallest + BOTTOM,
                columns,
                nodes,
                folds,
                links(network, nodes));
    }

    private static List<Link> links(Network network, List<Node> nodes) {
        Map<Integer, Set<Integer>> drawn = nodes.stream()
                .collect(Collectors.groupingBy(Node::layer, Collectors.mapping(Node::unit, Collectors.toSet())));
        return nodes.stream()
                .filter(node -> node.layer() > 1 && !node.isBias())
                .flatMap(node -> into(network, node.layer(), node.unit()))
                .filter(link -> drawn.getOrDefault(link.fromLayer(), Set.of()).contains(link.from()))
                .toList();
    }

    /** {@return the edges into a unit, whether their other ends are drawn or not} */
    private static Stream<Link> into(Network network, int l, int i) {
        int channel = (i - 1) / network.shape(l).places() + 1;
        return switch (network.layer(l)) {
            case BatchNorm _ -> Stream.of(new Link(l - 1, i, l, i, channel, 0));
            case Flatten _ -> Stream.of(bare(l - 1, i, l, i));
            case Addition addition -> Stream.of(bare(l - 1, i, l, i), bare(addition.source(l), i, l, i));
            case MaxPool2d pool ->
                Paths.inWindow(pool.window(Paths.image(network, l - 1)), i).mapToObj(j -> bare(l - 1, j, l, i));
            case Conv2d conv -> seen(conv.window(Paths.image(network, l - 1)), l, i, channel);
            case Dense _ -> Stream.of();
        };
    }

    private static Link bare(int fromLayer, int from, int l, int i) {
        return new Link(fromLayer, from, l, i, 0, 0);
    }

    /** {@return the edges of a patch, that of the bias first} */
    private static Stream<Link> seen(Window window, int l, int i, int filter) {
        int place = (i - 1) % window.places();
        return Stream.concat(
                Stream.of(new Link(l - 1, 0, l, i, filter, 0)),
                IntStream.range(0, window.seen())
                        .filter(j -> window.pixel(place, j) >= 0)
                        .mapToObj(j -> new Link(l - 1, window.pixel(place, j) + 1, l, i, filter, j + 1)));
    }

    /** One column before it has its place. */
    private record Layer(Network network, int l, boolean whole) {

        int units() {
            return network.units(l);
        }

        boolean isFolded() {
            return !whole && units() > MOST_UNITS;
        }

        /** {@return whether the layer after it has bias weights} */
        boolean hasBias() {
            return !isLast() && (network.layer(l + 1) instanceof Dense || network.layer(l + 1) instanceof Conv2d);
        }

        boolean isLast() {
            return l == network.outputLayer();
        }

        /** {@return how many places it has, one for the bias unit and one for what is folded} */
        int places() {
            return (isFolded() ? FIRST + 1 + LAST : units()) + (hasBias() ? 1 : 0);
        }

        double height() {
            return (places() - 1) * gap();
        }

        /** {@return how far two circles are apart: far enough for labels above and below, closer where there are many} */
        double gap() {
            int places = places();
            return places <= FEW ? WIDE_GAP : Math.max(LEAST_GAP, Math.min(WIDE_GAP, TALL / (places - 1)));
        }

        double radius() {
            return gap() >= 60 ? 22 : gap() >= 46 ? 20 : 16;
        }

        String title() {
            return "Layer " + l + ", " + role();
        }

        private String role() {
            if (l == 1) {
                return "inputs";
            }
            return switch (network.layer(l)) {
                case Dense _ -> !isLast() ? "hidden" : units() == 1 ? "output" : "outputs";
                case BatchNorm _ -> "batch normalisation";
                case Addition _ -> "addition";
                case Conv2d _ -> "convolution";
                case MaxPool2d _ -> "max pooling";
                case Flatten _ -> "flattened";
            };
        }

        void place(double x, double top, List<Node> nodes, List<Fold> folds) {
            double y = top;
            for (int unit = hasBias() ? 0 : 1; unit <= units(); unit++) {
                if (isFolded() && unit == FIRST + 1) {
                    int to = units() - LAST;
                    folds.add(new Fold(l, new Point(x, y), to - FIRST, unit, to));
                    unit = to;
                } else {
                    nodes.add(new Node(l, unit, new Point(x, y), radius()));
                }
                y += gap();
            }
        }
    }
}
