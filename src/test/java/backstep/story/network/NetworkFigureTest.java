package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Network;
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
}
