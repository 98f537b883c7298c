package backstep.server;

import backstep.story.network.NetworkFigure;
import java.util.List;

/**
 * Where the units of a network are drawn; lengths in CSS pixels. Edges are straight lines from circle to circle.
 *
 * @param links edges that are not weights of a dense layer: from a unit to one that does not read all units of the layer before
 */
public record NetworkFigureAnswer(
        double width,
        double height,
        List<ColumnAnswer> columns,
        List<UnitAnswer> nodes,
        List<FoldAnswer> folds,
        List<LinkAnswer> links) {

    /** The head of a layer. */
    public record ColumnAnswer(int layer, double x, String title) {}

    /** @param unit 0 is the bias unit */
    public record UnitAnswer(int layer, int unit, double x, double y, double r, boolean bias) {}

    /** Units {@code from} to {@code to}, which are folded away. */
    public record FoldAnswer(int layer, double x, double y, int hidden, int from, int to) {}

    /**
     * From unit {@code from} of layer {@code fromLayer} to unit {@code unit} of layer {@code layer}.
     *
     * @param row of the weight on it; 0 where there is none
     */
    public record LinkAnswer(int fromLayer, int from, int layer, int unit, int row, int column) {}

    static NetworkFigureAnswer of(NetworkFigure figure) {
        return new NetworkFigureAnswer(
                figure.width(),
                figure.height(),
                figure.columns().stream()
                        .map(column -> new ColumnAnswer(column.layer(), column.x(), column.title()))
                        .toList(),
                figure.nodes().stream().map(NetworkFigureAnswer::unit).toList(),
                figure.folds().stream().map(NetworkFigureAnswer::fold).toList(),
                figure.links().stream().map(NetworkFigureAnswer::link).toList());
    }

    private static LinkAnswer link(NetworkFigure.Link link) {
        return new LinkAnswer(link.fromLayer(), link.from(), link.layer(), link.unit(), link.row(), link.column());
    }

    private static UnitAnswer unit(NetworkFigure.Node node) {
        return new UnitAnswer(
                node.layer(), node.unit(), node.centre().x(), node.centre().y(), node.radius(), node.isBias());
    }

    private static FoldAnswer fold(NetworkFigure.Fold fold) {
        return new FoldAnswer(
                fold.layer(), fold.centre().x(), fold.centre().y(), fold.hidden(), fold.from(), fold.to());
    }
}
