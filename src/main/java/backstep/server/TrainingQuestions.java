package backstep.server;

import org.jspecify.annotations.Nullable;

/** What can be asked of a training, beside its experiment. */
final class TrainingQuestions {

    private TrainingQuestions() {}

    /**
     * A new run.
     *
     * @param start whether it goes at once; it does where it is left out
     * @param branch the moment of another run whose weights it starts from, whatever the experiment says of them
     */
    record Start(@Nullable Beginning start, @Nullable Branch branch) {}

    /**
     * An experiment as a program.
     *
     * @param branch the moment of another run that it goes on from
     */
    record Code(@Nullable Branch branch) {}

    /** Whether a run goes at once. */
    enum Beginning {
        /** As soon as it is its turn. */
        RUNNING,
        /** When it is resumed. */
        PAUSED
    }

    /**
     * How fast a run may go.
     *
     * @param updatesPerSecond as fast as it can where it is left out
     */
    record Pace(@Nullable Double updatesPerSecond) {}

    /**
     * A moment of another run.
     *
     * @param run its name
     * @param iteration how many of its updates are done
     */
    record Branch(String run, int iteration) {}
}
