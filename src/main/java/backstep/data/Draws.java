package backstep.data;

import java.util.Random;

/**
 * Seeded random numbers. They come from {@link Random}, whose sequence is part of Java's specification; the seed is mixed first,
 * since the first numbers of neighbouring seeds are alike otherwise. A split draws other numbers than the points of the same
 * seed.
 */
final class Draws {

    private static final long SPLIT = 0x73706c6974L;

    private final Random random;

    private Draws(long seed) {
        this.random = new Random(mixed(seed));
    }

    static Draws ofPoints(long seed) {
        return new Draws(seed);
    }

    static Random ofSplit(long seed) {
        return new Random(mixed(mixed(seed) ^ SPLIT));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), with its first step. */
    static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** {@return a number of U(from, to)} */
    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** {@return a number of N(0, deviation²); one is drawn where the deviation is 0 too, so that what follows stays the same} */
    double normal(double deviation) {
        return deviation * random.nextGaussian();
    }

    /** {@return whether a coin shows heads} */
    boolean heads() {
        return random.nextBoolean();
    }

    /** {@return the grey values of an image with noise, from 0 to 1} */
    double[] greyNoise(double deviation, double[] image) {
        double[] noisy = new double[image.length];
        for (int p = 0; p < noisy.length; p++) {
            noisy[p] = Math.clamp(image[p] + normal(deviation), 0, 1);
        }
        return noisy;
    }
}
