package backstep.data;

/** A part of a drawing, in a plane whose x goes to the right and y upwards. */
sealed interface Shape {

    /** {@return whether the point lies in it} */
    boolean contains(double x, double y);

    /** All points within a radius. */
    record Disc(double x, double y, double radius) implements Shape {
        @Override
        public boolean contains(double px, double py) {
            return square(px - x, py - y) <= radius * radius;
        }
    }

    /** All points whose distance from the centre lies between two radii. */
    record Ring(double x, double y, double inner, double outer) implements Shape {
        @Override
        public boolean contains(double px, double py) {
            double square = square(px - x, py - y);
            return square >= inner * inner && square <= outer * outer;
        }
    }

    /** A line of some thickness with round ends: all points that are near enough. */
    record Stroke(double fromX, double fromY, double toX, double toY, double thickness) implements Shape {
        @Override
        public boolean contains(double px, double py) {
            double dx = toX - fromX;
            double dy = toY - fromY;
            double along = ((px - fromX) * dx + (py - fromY) * dy) / square(dx, dy);
            double t = Math.clamp(along, 0, 1);
            return square(px - fromX - t * dx, py - fromY - t * dy) <= thickness * thickness / 4;
        }
    }

    /** A polygon: all points from which a ray to the right crosses its sides an odd number of times. */
    @SuppressWarnings("ArrayRecordComponent")
    record Polygon(double... corners) implements Shape {
        @Override
        public boolean contains(double px, double py) {
            boolean inside = false;
            for (int i = 0; i < corners.length; i += 2) {
                int next = (i + 2) % corners.length;
                inside ^= isCrossed(px, py, corners[i], corners[i + 1], corners[next], corners[next + 1]);
            }
            return inside;
        }

        private static boolean isCrossed(double px, double py, double x1, double y1, double x2, double y2) {
            return y1 > py != y2 > py && px < (x2 - x1) * (py - y1) / (y2 - y1) + x1;
        }
    }

    /** {@return a rectangle from its lower left to its upper right corner} */
    static Shape box(double left, double bottom, double right, double top) {
        return new Polygon(left, bottom, right, bottom, right, top, left, top);
    }

    private static double square(double x, double y) {
        return x * x + y * y;
    }
}
