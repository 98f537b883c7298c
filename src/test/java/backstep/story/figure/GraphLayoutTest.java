package backstep.story.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.autodiff.Operand;
import backstep.autodiff.WengertList;
import backstep.expression.ExpressionParser;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLayoutTest {

    private static final double LABEL = 80;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ln(x1) + x1*x2 - sin(x2)",
                "x*x",
                "sin(x)*sin(x)*sin(x) + x",
                "s = exp(a) + exp(b) + exp(c); p = exp(a)/s; q = exp(b)/s; y = p*q + s",
                "(1 - x1)^2 + 100*(x2 - x1^2)^2"
            })
    void circlesWithTheirTextStayApartAndEdgesStayOffThem(String expression) {
        Figure figure = draw(expression);
        for (Figure.Node node : figure.nodes()) {
            figure.nodes().stream()
                    .filter(other -> other.index() > node.index())
                    .forEach(other -> assertTrue(apart(node.centre(), other.centre()), node + " and " + other));
            figure.edges().stream()
                    .filter(edge -> edge.from() != node.index() && edge.to() != node.index())
                    .forEach(edge ->
                            assertTrue(distance(edge, node.centre()) > node.radius(), edge + " crosses " + node));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ln(x1) + x1*x2 - sin(x2)", "x*x", "max(a, b)*min(a, b)"})
    void thereIsANodeAVariableAndAnEdgeAUseFromLeftToRight(String expression) {
        WengertList list = WengertList.of(ExpressionParser.parse(expression));
        Figure figure = draw(expression);
        long uses = IntStream.rangeClosed(1, list.operationCount())
                .mapToLong(i -> list.operands(i).stream()
                        .filter(Operand.Variable.class::isInstance)
                        .count())
                .sum();
        assertEquals(list.inputCount() + list.operationCount(), figure.nodes().size());
        assertEquals(uses, figure.edges().size());
        figure.edges()
                .forEach(edge -> assertTrue(
                        edge.points().getFirst().x() < edge.points().getLast().x(), edge.toString()));
    }

    @Test
    void theSameListIsAlwaysDrawnTheSameWay() {
        assertEquals(draw("ln(x1) + x1*x2 - sin(x2)"), draw("ln(x1) + x1*x2 - sin(x2)"));
    }

    @Test
    void everythingLiesInsideTheFigure() {
        Figure figure = draw("s = exp(a) + exp(b) + exp(c); p = exp(a)/s; y = p*s*a");
        figure.nodes()
                .forEach(node -> assertTrue(
                        node.centre().x() > node.radius()
                                && node.centre().x() < figure.width() - node.radius()
                                && node.centre().y() > node.radius()
                                && node.centre().y() < figure.height() - node.radius(),
                        node.toString()));
    }

    @Test
    void aListTooLongToReadIsDrawnAsAGrid() {
        Figure figure = draw(String.join("+", Collections.nCopies(2_001, "x")));
        assertEquals(2_001, figure.nodes().size());
        assertTrue(figure.nodes().getLast().centre().x()
                > figure.nodes().getFirst().centre().x());
    }

    @Test
    void edgesThatReachOverTooManyLayersAreDrawnInAGrid() {
        String sum = IntStream.rangeClosed(1, 64).mapToObj(i -> "x" + i).collect(Collectors.joining(" + "));
        Figure figure = draw(sum);
        assertEquals(
                180,
                figure.nodes().get(64).centre().x()
                        - figure.nodes().get(63).centre().x());
        assertTrue(figure.edges().stream().allMatch(edge -> edge.points().size() == 2));
    }

    private static Figure draw(String expression) {
        return GraphLayout.of(WengertList.of(ExpressionParser.parse(expression)), (i, k) -> LABEL);
    }

    private static boolean apart(Point one, Point other) {
        return Math.abs(one.x() - other.x()) > 60 || Math.abs(one.y() - other.y()) > 90;
    }

    private static double distance(Figure.Edge edge, Point centre) {
        double nearest = Double.MAX_VALUE;
        for (int k = 1; k < edge.points().size(); k++) {
            nearest = Math.min(
                    nearest, distance(edge.points().get(k - 1), edge.points().get(k), centre));
        }
        return nearest;
    }

    private static double distance(Point start, Point end, Point from) {
        double dx = end.x() - start.x();
        double dy = end.y() - start.y();
        double along = ((from.x() - start.x()) * dx + (from.y() - start.y()) * dy) / (dx * dx + dy * dy);
        double t = Math.clamp(along, 0.0, 1.0);
        return Math.hypot(start.x() + t * dx - from.x(), start.y() + t * dy - from.y());
    }
}
