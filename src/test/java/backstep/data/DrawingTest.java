package backstep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Drawing.Placement;
import backstep.data.Shape.Disc;
import backstep.data.Shape.Polygon;
import backstep.data.Shape.Ring;
import backstep.data.Shape.Stroke;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Placement AS_IT_IS = new Placement(1, false, 0, 0);

    private static double area(Shape shape) {
        double[] pixels = new Drawing().paint(1, shape).pixels(200, AS_IT_IS);
        return Arrays.stream(pixels).sum() / pixels.length;
    }

    @Test
    void shapesHaveTheAreasOfGeometry() {
        assertEquals(Math.PI * 0.09, area(new Disc(0.5, 0.5, 0.3)), 1e-3);
        assertEquals(Math.PI * (0.09 - 0.04), area(new Ring(0.5, 0.5, 0.2, 0.3)), 1e-3);
        assertEquals(0.6 * 0.5, area(Shape.box(0.2, 0.1, 0.8, 0.6)), 1e-3);
        assertEquals(0.5 * 0.8 * 0.6, area(new Polygon(0.1, 0.1, 0.9, 0.1, 0.3, 0.7)), 1e-3);
        assertEquals(0.5 * 0.1 + Math.PI * 0.0025, area(new Stroke(0.3, 0.2, 0.6, 0.6, 0.1)), 1e-3);
    }

    @Test
    void aPixelThatIsHalfCoveredIsHalfGrey() {
        Drawing left = new Drawing().paint(1, Shape.box(0, 0, 0.25, 1));
        assertArrayEquals(new double[] {0.5, 0, 0.5, 0}, left.pixels(2, AS_IT_IS));
    }

    @Test
    void theTopRowComesFirst() {
        Drawing top = new Drawing().paint(1, Shape.box(0, 0.5, 1, 1));
        assertArrayEquals(new double[] {1, 1, 0, 0}, top.pixels(2, AS_IT_IS));
    }

    @Test
    void aLaterShapeCoversAnEarlierOne() {
        Drawing covered = new Drawing().paint(1, Shape.box(0, 0, 1, 1)).paint(0.25, Shape.box(0, 0, 0.5, 1));
        assertArrayEquals(new double[] {0.25, 1, 0.25, 1}, covered.pixels(2, AS_IT_IS));
    }

    @Test
    void aPlacementMirrorsMovesAndScales() {
        Drawing corner = new Drawing().paint(1, Shape.box(0, 0, 0.5, 0.5));
        assertArrayEquals(new double[] {0, 0, 0, 1}, corner.pixels(2, new Placement(1, true, 0, 0)));
        assertArrayEquals(new double[] {0, 0, 0, 1}, corner.pixels(2, new Placement(1, false, 0.5, 0)));
        assertArrayEquals(new double[] {1, 0, 0, 0}, corner.pixels(2, new Placement(1, false, 0, 0.5)));
        assertArrayEquals(new double[] {0, 0, 0.25, 0}, corner.pixels(2, new Placement(0.5, false, 0, 0)));
    }
}
