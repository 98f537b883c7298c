package backstep.training;

import backstep.linalg.MatrixEngine;

/** A trainer that goes back and forth in a run. */
record Replay(Trainer trainer, Measurement measurement) {

    static Replay of(MatrixEngine engine, Plan plan) {
        Trainer trainer = new Trainer(engine, plan);
        return new Replay(trainer, new Measurement(engine, plan, trainer));
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
}
