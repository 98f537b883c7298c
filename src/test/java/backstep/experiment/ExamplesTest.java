package backstep.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.data.Kind;
import backstep.linalg.Matrix;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Dense;
import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static Network givenNetwork(int inputs, int outputs) {
        return new Network(inputs, List.of(new Dense(outputs, Activation.LINEAR)), Loss.SQUARED_ERROR);
    }

    private static DataDocument table(String csv, @Nullable TargetsDocument targets) {
        return new DataDocument(null, null, null, null, null, null, null, null, null, csv, targets, null, 0.5, 3L);
    }

    @Test
    void examplesThatAreWrittenOutAllTrain() {
        Batch batch = new Batch(Matrix.of(2, 1, 1, 2), Matrix.of(2, 1, 3, 4));
        Examples examples = Examples.of(DataDocument.of(batch), givenNetwork(1, 1));
        assertEquals(batch, examples.split().train());
        assertEquals(true, examples.split().test().isEmpty());
    }

    @Test
    void ofADataSetAThirdIsHeldBack() {
        Examples examples = Examples.of(DataDocument.of("xor", null), givenNetwork(2, 1));
        assertEquals(300, examples.all().examples().size());
        assertEquals(210, examples.split().train().size());
        assertEquals(Kind.BINARY, examples.all().kind());
    }

    @Test
    void aFunctionIsDrawnBetweenItsEnds() {
        DataDocument parabola =
                new DataDocument(null, null, "expression", 3, 0.0, "x^2", 1.0, 3.0, null, null, null, null, 0.0, null);
        Batch all = Examples.of(parabola, givenNetwork(1, 1)).all().examples();
        assertEquals(Matrix.of(3, 1, 1, 2, 3), all.x());
        assertEquals(Matrix.of(3, 1, 1, 4, 9), all.y());
    }

    @Test
    void theLastColumnOfATableIsItsTarget() {
        Examples examples = Examples.of(table("a,b,c\n1,2,3\n4,5,6.5\n", null), givenNetwork(2, 1));
        assertEquals(Matrix.of(2, 1, 3, 6.5), examples.all().examples().y());
        assertEquals(1, examples.split().train().size());
    }

    @Test
    void targetsOfATableAreNamedOrCounted() {
        String csv = "a,b,c\n1,2,3\n4,5,6.5\n";
        TargetsDocument named = new TargetsDocument.Names(List.of("a"));
        assertEquals(
                Matrix.of(2, 1, 1, 4),
                Examples.of(table(csv, named), givenNetwork(2, 1))
                        .all()
                        .examples()
                        .y());
        TargetsDocument counted = new TargetsDocument.Last(2);
        assertEquals(
                Matrix.of(2, 2, 2, 3, 5, 6.5),
                Examples.of(table(csv, counted), givenNetwork(1, 2))
                        .all()
                        .examples()
                        .y());
    }

    @Test
    void aMistakeInATableIsToldWithItsLineAndColumn() {
        InvalidNetwork refused = assertThrows(
                InvalidNetwork.class, () -> Examples.of(table("a,b,c\n1,x,3\n", null), givenNetwork(2, 1)));
        assertEquals("/data/csv: line 2, column 2 (b): must be a number, was \"x\"", refused.getMessage());
    }

    @Test
    void whereDataAreNamedTheNetworkMustFitThem() {
        InvalidNetwork refused = assertThrows(
                InvalidNetwork.class, () -> Examples.of(DataDocument.of("sine", null), givenNetwork(1, 2)));
        assertEquals("/network/layers/0/units: must be 1, as many as sine has targets; was 2", refused.getMessage());
    }
}
