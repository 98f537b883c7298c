package backstep.data;

import backstep.data.Shape.Disc;
import backstep.data.Shape.Polygon;
import backstep.data.Shape.Ring;
import backstep.data.Shape.Stroke;

/** Those on the street, facing right, with their feet or wheels near the bottom of the unit square. */
final class StreetDrawings {

    private static final double GROUND = 0.06;
    private static final double DARK = 1;
    private static final double GLASS = 0.2;

    private StreetDrawings() {}

    static Drawing pedestrian(Draws draws) {
        double stride = draws.uniform(0.06, 0.15);
        double hip = GROUND + draws.uniform(0.31, 0.36);
        double shoulder = hip + draws.uniform(0.22, 0.26);
        double width = draws.uniform(0.13, 0.18);
        double swing = draws.uniform(0.05, 0.15);
        double body = draws.uniform(0.65, 0.9);
        return new Drawing()
                .paint(
                        DARK,
                        new Stroke(0.5, hip, 0.5 - stride, GROUND, 0.085),
                        new Stroke(0.5, hip, 0.5 + stride, GROUND, 0.085))
                .paint(body, new Stroke(0.5, shoulder, 0.5 - swing, hip + 0.02, 0.07))
                .paint(body, new Stroke(0.5, shoulder, 0.5 + swing, hip + 0.05, 0.07))
                .paint(body, new Stroke(0.5, hip, 0.5, shoulder - 0.02, width))
                .paint(DARK, new Disc(0.51, shoulder + 0.14, draws.uniform(0.075, 0.09)));
    }

    static Drawing car(Draws draws) {
        double wheel = draws.uniform(0.085, 0.105);
        double sill = GROUND + wheel;
        double waist = sill + draws.uniform(0.13, 0.17);
        double roof = waist + draws.uniform(0.12, 0.17);
        double back = draws.uniform(0.14, 0.26);
        double front = draws.uniform(0.60, 0.68);
        double paint = draws.uniform(0.55, 0.8);
        return new Drawing()
                .paint(paint, new Polygon(0.03, sill, 0.97, sill, 0.96, waist - 0.05, front + 0.12, waist, 0.05, waist))
                .paint(
                        paint,
                        new Polygon(back - 0.06, waist, front + 0.12, waist, front - 0.04, roof, back + 0.06, roof))
                .paint(
                        GLASS,
                        new Polygon(
                                back + 0.02,
                                waist + 0.01,
                                0.42,
                                waist + 0.01,
                                0.42,
                                roof - 0.04,
                                back + 0.08,
                                roof - 0.04))
                .paint(
                        GLASS,
                        new Polygon(
                                0.48,
                                waist + 0.01,
                                front + 0.05,
                                waist + 0.01,
                                front - 0.06,
                                roof - 0.04,
                                0.48,
                                roof - 0.04))
                .paint(DARK, new Disc(0.22, sill, wheel), new Disc(0.77, sill, wheel));
    }

    static Drawing motorcycle(Draws draws) {
        double wheel = draws.uniform(0.15, 0.175);
        double hub = GROUND + wheel;
        double seat = hub + draws.uniform(0.15, 0.20);
        double bar = seat + draws.uniform(0.10, 0.16);
        double rear = 0.21;
        double front = 0.79;
        double paint = draws.uniform(0.6, 0.85);
        return new Drawing()
                .paint(DARK, new Ring(rear, hub, wheel - 0.06, wheel), new Ring(front, hub, wheel - 0.06, wheel))
                .paint(paint, new Stroke(front, hub, 0.64, bar, 0.05), new Stroke(0.64, bar, 0.56, bar + 0.02, 0.05))
                .paint(paint, new Polygon(rear, hub - 0.02, 0.58, hub - 0.05, 0.66, seat, 0.40, seat - 0.03))
                .paint(paint, new Disc(0.55, seat, 0.08))
                .paint(DARK, new Stroke(0.18, seat + 0.05, 0.45, seat, 0.07));
    }

    static Drawing truck(Draws draws) {
        double wheel = draws.uniform(0.08, 0.10);
        double bed = GROUND + wheel + 0.03;
        double top = bed + draws.uniform(0.46, 0.56);
        double end = draws.uniform(0.62, 0.68);
        double cab = bed + draws.uniform(0.30, 0.36);
        double box = draws.uniform(0.5, 0.75);
        return new Drawing()
                .paint(box, Shape.box(0.03, bed, end, top))
                .paint(0.9, Shape.box(0.03, bed - 0.03, 0.95, bed + 0.02))
                .paint(0.9, new Polygon(end + 0.03, bed, 0.97, bed, 0.97, bed + 0.16, 0.91, cab, end + 0.03, cab))
                .paint(GLASS, new Polygon(0.79, bed + 0.17, 0.93, bed + 0.17, 0.88, cab - 0.03, 0.79, cab - 0.03))
                .paint(DARK, new Disc(0.17, GROUND + wheel, wheel), new Disc(0.38, GROUND + wheel, wheel))
                .paint(DARK, new Disc(0.82, GROUND + wheel, wheel));
    }
}
