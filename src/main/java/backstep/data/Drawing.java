package backstep.data;

import java.util.ArrayList;
import java.util.List;

/** Shapes painted over each other in the unit square, each in a grey from 0, paper, to 1, ink. */
final class Drawing {

    /** A pixel looks at this many points in each direction. */
    private static final int SAMPLES = 4;

    private record Paint(Shape shape, double grey) {}

    /** Where a drawing is put: made smaller or larger about the middle of its foot, mirrored or not, moved. */
    record Placement(double scale, boolean mirrored, double right, double up) {
        static final double MIDDLE = 0.5;

        double x(double px) {
            double x = (px - MIDDLE - right) / scale;
            return MIDDLE + (mirrored ? -x : x);
        }

        double y(double py) {
            return (py - up) / scale;
        }
    }

    private final List<Paint> paints = new ArrayList<>();

    /** Paints a shape over what is there. */
    Drawing paint(double grey, Shape... shapes) {
        for (Shape shape : shapes) {
            paints.add(new Paint(shape, grey));
        }
        return this;
    }

    /** {@return the pixels, from the top row on, each the mean of the greys of its points} */
    double[] pixels(int size, Placement placement) {
        double[] pixels = new double[size * size];
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = pixel(p / size, p % size, size, placement);
        }
        return pixels;
    }

    private double pixel(int row, int column, int size, Placement placement) {
        double sum = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = (column + (i % SAMPLES + 0.5) / SAMPLES) / size;
            double y = 1 - (row + (i / SAMPLES + 0.5) / SAMPLES) / size;
            sum += grey(placement.x(x), placement.y(y));
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private double grey(double x, double y) {
        for (Paint paint : paints.reversed()) {
            if (paint.shape().contains(x, y)) {
                return paint.grey();
            }
        }
        return 0;
    }
}
