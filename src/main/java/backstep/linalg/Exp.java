package backstep.linalg;

import java.util.Arrays;

/**
 * eˣ for x ≤ 0, as 2⁻ⁿ eʳ with the n that leaves |r| ≤ ½ ln 2. What {@link Math#exp} computes one by one, in a call each, is a loop
 * here that becomes vector instructions, but for the powers of two, which are looked up: a third of the time. It is right to one unit
 * in the last place, also where it is too small for all its digits.
 */
public final class Exp {

    /** From here on eˣ rounds to 0. */
    private static final double ZERO = -746;

    private static final double INVERSE_OF_LN_2 = 0x1.71547652b82fep0;

    /** ln 2 in two parts, the first with so many zeros at its end that n times it is exact. */
    static final double LN_2 = 0x1.62e42feep-1;

    static final double REST_OF_LN_2 = 0x1.a39ef35793c76p-33;

    /** Added to a number and taken away again, it leaves the nearest integer. */
    private static final double INTEGERS = 0x1.8p52;

    /** How often 1 can be halved until it is the smallest double above 0. */
    private static final int HALVINGS = 1_074;

    /** 2⁻ⁿ at n. */
    private static final double[] POWERS = new double[HALVINGS + 1];

    static {
        Arrays.setAll(POWERS, n -> Math.scalb(1.0, -n));
    }

    private static final Idle<Room> IDLE = new Idle<>(Room::new);

    private Exp() {}

    /** {@return eˣ, x ≤ 0} */
    public static double of(double x) {
        double n = halvings(x);
        return scaled(ofRest(x, n), n);
    }

    /** x ← eˣ, for as many numbers as {@code count}, from {@code first} on, none of them above 0. */
    public static void apply(double[] x, int first, int count) {
        Room room = room();
        for (int from = first; from < first + count; from += Room.SIZE) {
            int length = Math.min(Room.SIZE, first + count - from);
            System.arraycopy(x, from, room.powers, 0, length);
            room.raise(length);
            System.arraycopy(room.powers, 0, x, from, length);
        }
        giveBack(room);
    }

    static Room room() {
        return IDLE.take();
    }

    static void giveBack(Room room) {
        IDLE.giveBack(room);
    }

    /** Where powers of some numbers are computed: what stands in one array at the same index as in another becomes one instruction. */
    static final class Room {

        static final int SIZE = 512;

        /** For the numbers of whoever wants the powers. */
        final double[] numbers = new double[SIZE];

        /** x, then eˣ. */
        final double[] powers = new double[SIZE];

        private final double[] halvings = new double[SIZE];

        /** Makes powers of the first {@code count} numbers in {@link #powers}. */
        void raise(int count) {
            raise(powers, halvings, count);
            for (int i = 0; i < count; i++) {
                powers[i] = scaled(powers[i], halvings[i]);
            }
        }

        private static void raise(double[] x, double[] n, int count) {
            for (int i = 0; i < count; i++) {
                n[i] = halvings(x[i]);
                x[i] = ofRest(x[i], n[i]);
            }
        }
    }

    /** {@return n} */
    private static double halvings(double x) {
        return Math.min(HALVINGS, INTEGERS - Math.fma(Math.max(x, ZERO), INVERSE_OF_LN_2, INTEGERS));
    }

    /** {@return eʳ, r = x + n ln 2} By its Taylor series up to r¹³. */
    private static double ofRest(double x, double n) {
        double r = Math.fma(n, REST_OF_LN_2, Math.fma(n, LN_2, Math.max(x, ZERO)));
        double q = 1.0 / 6_227_020_800.0;
        q = Math.fma(q, r, 1.0 / 479_001_600);
        q = Math.fma(q, r, 1.0 / 39_916_800);
        q = Math.fma(q, r, 1.0 / 3_628_800);
        q = Math.fma(q, r, 1.0 / 362_880);
        q = Math.fma(q, r, 1.0 / 40_320);
        q = Math.fma(q, r, 1.0 / 5_040);
        q = Math.fma(q, r, 1.0 / 720);
        q = Math.fma(q, r, 1.0 / 120);
        q = Math.fma(q, r, 1.0 / 24);
        q = Math.fma(q, r, 1.0 / 6);
        q = Math.fma(q, r, 0.5);
        return Math.fma(q * r, r, r) + 1;
    }

    /** {@return 2⁻ⁿ p} */
    private static double scaled(double p, double n) {
        return p * POWERS[(int) n];
    }
}
