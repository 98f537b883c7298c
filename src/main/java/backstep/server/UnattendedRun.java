package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.linalg.jcuda.GpuException;
import backstep.network.InvalidNetwork;
import backstep.server.RunAnswer.EngineAnswer;
import backstep.training.Metrics;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run from start to end, without a server. */
public final class UnattendedRun implements AutoCloseable {

    private static final long BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int UPDATES_AT_ONCE = 50;
    private static final int LEAST_REPORTS = 20;

    /** The most weights that are kept of all updates together. */
    private static final long MOST_WEIGHTS = 20_000_000;

    /**
     * How far a run is.
     *
     * @param metrics the last point of its curves
     * @param secondsLeft at the pace so far
     */
    public record Progress(
            int epoch, int epochs, int iteration, int iterations, MetricsAnswer metrics, double secondsLeft) {}

    private final LiveRun live;
    private final Run run;
    private final Plan plan;
    private final @Nullable List<MomentAnswer> moments;
    private final long started = System.nanoTime();
    private volatile boolean isStopped;

    private UnattendedRun(ExperimentDocument document, boolean everyUpdate) {
        live = live(document);
        run = live.look(now -> now);
        plan = run.plan();
        moments = everyUpdate ? new ArrayList<>() : null;
        long weights = (long) plan.network().weights() * (plan.iterations() + 1);
        if (everyUpdate && weights > MOST_WEIGHTS) {
            throw new InvalidNetwork(
                    "training/epochs",
                    String.format(
                            Locale.ROOT,
                            "weights times updates must be at most %,d where each update is kept, was %,d; take fewer epochs",
                            MOST_WEIGHTS,
                            weights));
        }
    }

    /** Nobody waits for an answer here, so engines are measured before one is chosen. */
    private static LiveRun live(ExperimentDocument document) {
        Experiment experiment = Experiment.of(document);
        Engines engines = Engines.ofThisMachine();
        engines.measure(
                document.training() == null ? null : document.training().engine(),
                experiment.plan().training().precision());
        return new LiveRun("", document, experiment, engines, System::nanoTime);
    }

    /**
     * {@return a run of the experiment that a text describes}
     *
     * @param everyUpdate whether the weights after every update are kept
     * @throws InvalidRequest where it describes none
     * @throws InvalidNetwork where it cannot be
     */
    public static UnattendedRun of(byte[] text, boolean everyUpdate) {
        return new UnattendedRun(
                ExperimentRequest.read(text, NetworkQuestions.Nothing.class).document(), everyUpdate);
    }

    /** Goes to the end, and tells how far it is ten times a second, and at least twenty times in all. */
    public void go(Consumer<Progress> listener) {
        listener.accept(progress());
        keep();
        run.resume();
        try {
            goOn(listener);
        } catch (GpuException e) {
            live.fail(e);
        }
        if (isStopped) {
            run.pause();
        }
        listener.accept(progress());
    }

    /** Lets it go no further than the update that it is in, which is then all there is of it. Any thread may ask. */
    public void stop() {
        isStopped = true;
    }

    private void goOn(Consumer<Progress> listener) {
        long reported = System.nanoTime();
        while (!run.state().isFinal() && !isStopped) {
            long part = part();
            advance();
            if (part != part() || System.nanoTime() - reported > BETWEEN_REPORTS) {
                listener.accept(progress());
                reported = System.nanoTime();
            }
        }
    }

    /** Gives back what its engine holds. */
    @Override
    public void close() {
        live.close();
        live.release();
    }

    private long part() {
        return (long) LEAST_REPORTS * run.epoch() / plan.training().epochs();
    }

    private void advance() {
        if (moments == null) {
            run.advance(UPDATES_AT_ONCE);
        } else {
            run.advance(1);
            keep();
        }
    }

    private void keep() {
        if (moments != null) {
            moments.add(Moments.answer(plan, run.now()));
        }
    }

    private double seconds() {
        return (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private Progress progress() {
        Metrics last = run.metrics().getLast();
        int done = run.iteration() - plan.start().iteration();
        double left = done == 0 ? Double.NaN : seconds() / done * (run.iterations() - run.iteration());
        return new Progress(
                run.epoch(), plan.training().epochs(), run.iteration(), run.iterations(), MetricsAnswer.of(last), left);
    }

    /** {@return what it computes on} */
    public EngineAnswer engine() {
        return live.engine().answer();
    }

    /** {@return the history of the run} */
    public TrainAnswer answer() {
        RunWriter writer = new RunWriter(live);
        return new TrainAnswer(
                run.state().spelling(),
                writer.reason(),
                run.epoch(),
                run.iteration(),
                plan.training().epochs(),
                plan.iterationsPerEpoch(),
                seconds(),
                live.engine().answer(),
                RunWriter.network(plan.network()),
                plan.split().train().size(),
                plan.split().test().map(test -> test.size()).orElse(0),
                run.metrics().stream().map(MetricsAnswer::of).toList(),
                writer.divergence(),
                NetworkAnswers.rows(live.newest().theta().written()),
                moments);
    }
}
