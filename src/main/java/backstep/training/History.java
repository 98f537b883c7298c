package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Batch;
import backstep.network.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has any moment of a run again, to the last bit: the nearest checkpoint before it is taken up, and the updates from there on
 * are made once more, by a trainer of its own. Any thread may ask, also while the run goes on.
 *
 * <p>Checkpoints are spaced as {@link Checkpoints} says: at most 512 of them and at most 16 MB, whatever the length of the run;
 * their distance doubles as it gets longer. A run of the playground with 100,000 updates is repeated for fewer than 512 updates
 * of some microseconds each.
 */
public final class History {

    private final Supplier<MatrixEngine> engines;
    private final Plan plan;
    private final Checkpoints checkpoints;
    private volatile int last;
    private @Nullable Replay replay;

    History(Supplier<MatrixEngine> engines, Plan plan) {
        this.engines = engines;
        this.plan = plan;
        checkpoints = new Checkpoints(plan);
        last = plan.start().iteration();
    }

    /** Takes note of where the trainer is, after each of its updates and once at the start. */
    void follow(Trainer trainer) {
        checkpoints.offer(trainer);
        last = trainer.iteration();
    }

    /** {@return the moment that the run started from} */
    public int first() {
        return plan.start().iteration();
    }

    /** {@return the last moment that there is} */
    public int last() {
        return last;
    }

    /**
     * {@return the run after k updates}
     *
     * @throws IllegalArgumentException where there is no such moment
     */
    public synchronized Moment at(int k) {
        return replayTo(k).trainer().moment();
    }

    /** {@return what the run is judged by after k updates} */
    public synchronized Metrics metrics(int k) {
        return replayTo(k).measurement().metrics();
    }

    /**
     * {@return after k updates, how many examples of class i (the row) are taken for class j (the column), of the test set, or of
     * the training set where no test set is kept apart; empty where outputs are no classes}
     */
    public synchronized List<List<Integer>> confusion(int k) {
        return replayTo(k).measurement().confusion();
    }

    /** {@return what update k + 1 looks at: Θ after k updates and the batch that comes next} */
    public synchronized Setting next(int k) {
        Trainer trainer = replayTo(k).trainer();
        Batch train = plan.split().train();
        int[] rows = trainer.rows(k + 1);
        Batch batch = new Batch(chosen(train.x(), rows), chosen(train.y(), rows));
        return new Setting(
                plan.network(),
                trainer.theta(),
                batch,
                plan.cost().penalty(),
                plan.cost().sign());
    }

    /**
     * {@return update k of the weight Θ⁽ˡ⁾ᵢⱼ, number by number; i from 1, j from 0}
     *
     * @throws IllegalArgumentException where there is no such update
     */
    public synchronized EntryUpdate entry(int k, int l, int i, int j) {
        require(k > first(), k);
        Moment before = replayTo(k - 1).trainer().moment();
        Descent descent = replayTo(k).trainer().moment().descent().orElseThrow();
        return plan.training()
                .optimizer()
                .entry(new Entry(
                        before.state().updates() + 1,
                        descent.learningRate(),
                        before.theta().at(l, i, j),
                        descent.slopes().get(l - 1).at(i - 1, j),
                        before.state().first(l, i, j),
                        before.state().second(l, i, j),
                        descent.trustRatios().get(l - 1)));
    }

    private static Matrix chosen(Matrix all, int... rows) {
        double[][] chosen = new double[rows.length][];
        Arrays.setAll(chosen, e -> all.row(rows[e]));
        return Matrix.ofRows(chosen);
    }

    private Replay replayTo(int k) {
        require(k >= first() && k <= last, k);
        Replay there = replay;
        if (there == null) {
            there = Replay.of(engines.get(), plan);
            replay = there;
        }
        try {
            there.to(k, before(k));
        } catch (RuntimeException e) {
            release();
            throw e;
        }
        return there;
    }

    /** {@return the checkpoint to go on from to the moment after k updates; a moment has its update with it, so one at k itself is of no use} */
    Checkpoint before(int k) {
        return checkpoints.before(Math.max(first(), k - 1));
    }

    /** {@return the last moment up to k of which weights and memories are kept, so that nothing is computed; without its update} */
    public Moment kept(int k) {
        Checkpoint checkpoint = checkpoints.before(k);
        return new Moment(
                checkpoint.iteration(),
                checkpoint.iteration() / plan.iterationsPerEpoch(),
                checkpoint.theta(),
                checkpoint.state(),
                Optional.empty());
    }

    /** Gives back the memory of the engine that repeats updates; who asks for a moment has it taken again. */
    synchronized void release() {
        if (replay != null) {
            replay.close();
            replay = null;
        }
    }

    private void require(boolean holds, int k) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "iterations: must be " + first() + " to " + last + ", which is how far the run is; was " + k);
        }
    }
}
