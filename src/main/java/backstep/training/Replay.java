package backstep.training;

import backstep.linalg.MatrixEngine;

/** A trainer that goes back and forth in a run, on an engine of its own. */
record Replay(MatrixEngine engine, Trainer trainer, Measurement measurement) implements AutoCloseable {

    /** A replay at the start of a plan; the engine is closed where that fails. */
    static Replay of(MatrixEngine engine, Plan plan) {
        try {
            Trainer trainer = new Trainer(engine, plan);
            return new Replay(engine, trainer, new Measurement(engine, plan, trainer));
        } catch (RuntimeException | OutOfMemoryError e) {
            engine.close();
            throw e;
        }
    }

    /** A replay where a run is by now; the engine is closed where that fails. */
    static Replay resumed(MatrixEngine engine, Plan plan, History history) {
        Replay replay = of(engine, plan);
        try {
            replay.to(history.last(), history.before(history.last()));
            return replay;
        } catch (RuntimeException | OutOfMemoryError e) {
            replay.close();
            throw e;
        }
    }

    /** Goes to the moment after k updates, from where it is or from a checkpoint before that, whichever is nearer. */
    void to(int k, Checkpoint checkpoint) {
        if (trainer.iteration() > k || trainer.iteration() < checkpoint.iteration()) {
            trainer.restore(checkpoint);
        }
        while (trainer.iteration() < k) {
            trainer.update();
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
