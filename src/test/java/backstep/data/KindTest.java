package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {

    private static Batch points(Matrix y) {
        return new Batch(Matrix.zeros(y.rows(), 2), y);
    }

    private static Matrix matrix(String rows) {
        return Matrix.ofRows(java.util.Arrays.stream(rows.split("; "))
                .map(row -> java.util.Arrays.stream(row.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "0; 1; 1,         BINARY,     '0, 1'",
        "1; 1; 1,         BINARY,     '0, 1'",
        "0; 1; 2,         REGRESSION, y",
        "0; 0.5; 1,       REGRESSION, y",
        "1 0; 0 1; 1 0,   CLASSES,    'class 1, class 2'",
        "1 1; 0 1; 1 0,   REGRESSION, 'y1, y2'",
        "0 0; 0 1; 1 0,   REGRESSION, 'y1, y2'",
        "0.5 0.5; 0 1,    REGRESSION, 'y1, y2'",
    })
    void targetsOfPointsSayWhatKindTheyAre(String y, Kind kind, String names) {
        DataSet points = DataSet.ofPoints(points(matrix(y)));
        assertEquals(kind, points.kind());
        assertEquals(List.of(names.split(", ")), points.outputs());
    }

    @Test
    void aDataSetDoesNotClaimAKindThatItsTargetsAreNot() {
        Batch examples = points(Matrix.of(1, 1, 0.5));
        InvalidNetwork error = assertThrows(
                InvalidNetwork.class,
                () -> new DataSet("wrong", examples, Kind.BINARY, List.of("0", "1"), Optional.empty()));
        assertEquals("/data/y: are not the targets of a data set of kind binary", error.getMessage());
    }

    @Test
    void pointsAreCounted() {
        Batch none = points(Matrix.zeros(0, 1));
        assertEquals(
                "/data/x: must have 1 to 100,000 examples, has 0",
                assertThrows(InvalidNetwork.class, () -> DataSet.ofPoints(none)).getMessage());
        Batch uneven = new Batch(Matrix.zeros(3, 2), Matrix.zeros(2, 1));
        assertEquals(
                "/data/y: has 2 rows, /data/x has 3; each example needs its target",
                assertThrows(InvalidNetwork.class, () -> DataSet.ofPoints(uneven))
                        .getMessage());
    }

    @Test
    void anImageHasAsManyInputsAsPixels() {
        Batch examples = points(Matrix.of(1, 1, 0.5));
        InvalidNetwork error = assertThrows(
                InvalidNetwork.class,
                () -> new DataSet("wrong", examples, Kind.REGRESSION, List.of("y"), Optional.of(new Image(1, 2, 2))));
        assertEquals("/data/x/0: has 2 numbers, an image of 1×2×2 has others", error.getMessage());
    }
}
