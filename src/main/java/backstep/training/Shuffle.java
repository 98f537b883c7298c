package backstep.training;

/**
 * Orders that depend on a seed and a number: Fisher and Yates' shuffle in Durstenfeld's form (1964), with numbers from SplitMix64
 * (Steele, Lea and Flood 2014, figure 13). It is written out here, and not taken from the library, because the same plan has to
 * give the same run on every version of Java.
 */
final class Shuffle {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Shuffle() {}

    /** Puts the entries into the order that belongs to the seed and the number. */
    static void shuffle(int[] entries, long seed, int number) {
        long state = mix(seed + GOLDEN_GAMMA) ^ number;
        for (int last = entries.length - 1; last > 0; last--) {
            state += GOLDEN_GAMMA;
            int other = (int) Math.unsignedMultiplyHigh(mix(state), last + 1L);
            int entry = entries[last];
            entries[last] = entries[other];
            entries[other] = entry;
        }
    }

    private static long mix(long state) {
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
