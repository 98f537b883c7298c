package backstep.benchmark.gpu;

/**
 * How long work takes: it is done again and again until it is warm, then measured in a few rounds, of which the fastest counts.
 *
 * @param clock what measures
 * @param warmUp how many seconds the work is done before it counts; once at least
 * @param measured about how many seconds the rounds take together; a round is one repetition at least
 */
record Stopwatch(Clock clock, double warmUp, double measured) {

    private static final int ROUNDS = 5;

    /** {@return how many seconds the work takes once} */
    double seconds(Runnable work) {
        double once = warmedUp(work);
        int repetitions = (int) Math.max(1, measured / ROUNDS / once);
        Runnable round = () -> {
            for (int k = 0; k < repetitions; k++) {
                work.run();
            }
        };
        int rounds = once > measured ? 1 : ROUNDS;
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < rounds; k++) {
            best = Math.min(best, clock.seconds(round));
        }
        return best / repetitions;
    }

    /** Warms up, and {@return how many seconds the work took the last time, or very few where that was none} */
    private double warmedUp(Runnable work) {
        double once = clock.seconds(work);
        for (double spent = once; spent < warmUp; spent += once) {
            once = Math.max(clock.seconds(work), 1e-7);
        }
        return Math.max(once, 1e-7);
    }
}
