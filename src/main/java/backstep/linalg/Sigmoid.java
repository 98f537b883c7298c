package backstep.linalg;

/**
 * σ(z) = 1 / (1 + e⁻ᶻ), as 1 / (1 + p) where z > 0 and as p / (1 + p) elsewhere, with p = e^−|z|: no power overflows, and all digits
 * are kept on either side. There is no branch in it, so that many are computed by vector instructions, as {@link Exp} says. It is right
 * to 3 units in the last place.
 */
public final class Sigmoid {

    private Sigmoid() {}

    /** {@return σ(z)} */
    public static double of(double z) {
        return of(z, Exp.of(-Math.abs(z)));
    }

    /** z ← σ(z), for as many numbers as {@code count}, from {@code first} on. */
    public static void apply(double[] z, int first, int count) {
        Exp.Room room = Exp.room();
        for (int from = first; from < first + count; from += Exp.Room.SIZE) {
            int length = Math.min(Exp.Room.SIZE, first + count - from);
            System.arraycopy(z, from, room.numbers, 0, length);
            negateMagnitudes(room.numbers, room.powers, length);
            room.raise(length);
            apply(room.numbers, room.powers, length);
            System.arraycopy(room.numbers, 0, z, from, length);
        }
        Exp.giveBack(room);
    }

    private static void negateMagnitudes(double[] z, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = -Math.abs(z[i]);
        }
    }

    private static void apply(double[] z, double[] powers, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = of(z[i], powers[i]);
        }
    }

    private static double of(double z, double power) {
        return Math.max(power, Math.signum(z)) / (1 + power);
    }
}
