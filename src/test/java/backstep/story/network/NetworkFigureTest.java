package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Activation;
import backstep.network.Addition;
import backstep.network.BatchNorm;
import backstep.network.Conv2d;
import backstep.network.Dense;
import backstep.network.Flatten;
import backstep.network.Layer;
import backstep.network.Loss;
import backstep.network.MaxPool2d;
import backstep.network.Network;
import backstep.network.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkFigureTest {

    private final Network digits = Given.network(Loss.CROSS_ENTROPY, Activation.RELU, Activation.SOFTMAX, 784, 64, 10);

    @Test
    void everyLayerButTheLastHasItsBiasUnitOnTop() {
        NetworkFigure figure = NetworkFigure.of(Given.threeThreeOne().network(), Set.of());
        assertEquals(860, figure.width());
        assertEquals(
                List.of(1, 2),
                figure.nodes().stream()
                        .filter(NetworkFigure.Node::isBias)
                        .map(NetworkFigure.Node::layer)
                        .toList());
        assertEquals(9, figure.nodes().size());
        assertEquals(
                List.of("Layer 1, inputs", "Layer 2, hidden", "Layer 3, output"),
                figure.columns().stream().map(NetworkFigure.Column::title).toList());
    }

    @Test
    void aWideLayerShowsItsFirstUnitsACountAndItsLast() {
        NetworkFigure figure = NetworkFigure.of(digits, Set.of());
        NetworkFigure.Fold fold = figure.folds().get(1);
        assertEquals(57, fold.hidden());
        assertEquals(6, fold.from());
        assertEquals(62, fold.to());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 63, 64),
                figure.nodes().stream()
                        .filter(node -> node.layer() == 2)
                        .map(NetworkFigure.Node::unit)
                        .toList());
    }

    @Test
    void anUnfoldedLayerIsDrawnWhole() {
        NetworkFigure figure = NetworkFigure.of(digits, Set.of(2));
        assertEquals(
                65, figure.nodes().stream().filter(node -> node.layer() == 2).count());
    }

    @Test
    void noTwoCirclesTouchAndAllLieInside() {
        NetworkFigure figure = NetworkFigure.of(digits, Set.of(2));
        for (NetworkFigure.Node node : figure.nodes()) {
            assertTrue(node.centre().y() - node.radius() > 0 && node.centre().y() + node.radius() < figure.height());
            for (NetworkFigure.Node other : figure.nodes()) {
                double distance = Math.hypot(
                        node.centre().x() - other.centre().x(),
                        node.centre().y() - other.centre().y());
                assertTrue(node == other || distance > node.radius() + other.radius(), node + " " + other);
            }
        }
    }

    private static NetworkFigure given(Shape input, Layer... layers) {
        return NetworkFigure.of(new Network(input, List.of(layers), Loss.BINARY_CROSS_ENTROPY), Set.of());
    }

    private static List<String> linksInto(int layer, NetworkFigure figure) {
        return figure.links().stream()
                .filter(link -> link.layer() == layer)
                .map(link -> link.fromLayer() + "." + link.from() + "→" + link.unit())
                .toList();
    }

    @Test
    void weightsOfDenseLayersAreNoLinks() {
        assertEquals(
                List.of(),
                NetworkFigure.of(Given.threeThreeOne().network(), Set.of()).links());
    }

    @Test
    void aNormalisationReadsTheUnitOfItsOwnNumber() {
        NetworkFigure normalised =
                given(new Shape.Row(2), new BatchNorm(Activation.TANH), new Dense(1, Activation.SIGMOID));
        assertEquals(List.of("1.1→1", "1.2→2"), linksInto(2, normalised));
        assertEquals(2, normalised.links().size());
    }

    @Test
    void anAdditionReadsItsBlockAndWhatTheBlockWasGiven() {
        NetworkFigure residual = given(
                new Shape.Row(2),
                new Dense(2, Activation.TANH),
                new Dense(2, Activation.LINEAR),
                new Addition(1, Activation.LINEAR),
                new Dense(1, Activation.SIGMOID));
        assertEquals(List.of("3.1→1", "2.1→1", "3.2→2", "2.2→2"), linksInto(4, residual));
    }

    /** Of a 4×4 image only units 1 to 5, 15 and 16 are drawn; windows of 2×2 hold 1, 2, 5 and 6 and so on. */
    @Test
    void aPoolingReadsItsWindowAsFarAsItIsDrawn() {
        NetworkFigure pooled =
                given(new Shape.Image(1, 4, 4), new MaxPool2d(2), new Flatten(), new Dense(1, Activation.SIGMOID));
        assertEquals(List.of("1.1→1", "1.2→1", "1.5→1", "1.3→2", "1.4→2", "1.15→4", "1.16→4"), linksInto(2, pooled));
        assertEquals(List.of("2.1→1", "2.2→2", "2.3→3", "2.4→4"), linksInto(3, pooled));
    }

    /** A kernel of 2×2 on a 1×2×3 image stands at two places; Θ has a row for the filter, the bias in column 0. */
    @Test
    void aConvolutionReadsItsPatchWithTheWeightsOfItsFilter() {
        NetworkFigure convolved = given(
                new Shape.Image(1, 2, 3),
                new Conv2d(1, 2, 1, 0, Activation.TANH),
                new Flatten(),
                new Dense(1, Activation.SIGMOID));
        assertEquals(
                List.of("0·Θ10", "1·Θ11", "2·Θ12", "4·Θ13", "5·Θ14"),
                convolved.links().stream()
                        .filter(link -> link.layer() == 2 && link.unit() == 1)
                        .map(link -> link.from() + "·Θ" + link.row() + link.column())
                        .toList());
    }
}
