package backstep.server;

import backstep.training.Run;

/** Moments of a run that somebody asks for. */
final class Iterations {

    private Iterations() {}

    /**
     * {@return the number of updates that was asked for}
     *
     * @throws InvalidRequest where the run has no such moment
     */
    static int require(LiveRun run, String pointer, int iteration) {
        int first = run.look(Run::history).first();
        int last = run.look(Run::iteration);
        if (iteration < first || iteration > last) {
            throw new InvalidRequest(
                    pointer,
                    pointer + ": must be " + first + " to " + last + ", which is how far the run is; was " + iteration);
        }
        return iteration;
    }

    /** {@return the number of updates that a path names} */
    static int read(LiveRun run, String text) {
        return read(run, "/k", text);
    }

    /** {@return the number of updates that a text names} */
    static int read(LiveRun run, String pointer, String text) {
        try {
            return require(run, pointer, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new InvalidRequest(pointer, pointer + ": must be a whole number, was \"" + text + "\"");
        }
    }
}
