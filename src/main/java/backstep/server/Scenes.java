package backstep.server;

import backstep.data.Split;
import backstep.linalg.MatrixEngine;
import backstep.linalg.jcuda.GpuException;
import backstep.network.Cost;
import backstep.network.Theta;
import backstep.training.Evaluation;
import backstep.training.History;
import backstep.training.Metrics;
import backstep.training.Moment;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows moments of a run, on an engine of its own; used by one thread. */
final class Scenes {

    /** A moment, and what it is judged by. */
    record Taken(Moment moment, Metrics metrics) {}

    /** Up to how many products of a weight with an activation all examples are judged for every scene. */
    private static final long QUICK = 20_000_000;

    private final LiveRun run;
    private final Plan plan;
    private final MatrixEngine engine;
    private final Evaluation evaluation;
    private final Histograms histograms;
    private final boolean quick;
    private final Bounds bounds;

    private @Nullable Maps maps;
    private int grid;
    private int unitGrid;
    private @Nullable Scene last;

    Scenes(LiveRun run) {
        this.run = run;
        plan = run.experiment().plan();
        engine = Engines.forShowing();
        Split split = plan.split();
        evaluation = new Evaluation(engine, plan.cost(), split.test().orElse(split.train()));
        histograms = new Histograms(engine, plan.cost(), split.train());
        bounds = Bounds.of(List.of(run.experiment().data().examples().x()));
        quick = (long) run.experiment().data().examples().size()
                        * plan.network().weights()
                <= QUICK;
    }

    /** Draws maps with that many points a side from now on. */
    void resize(int ofOutput, int ofUnits) {
        if (ofOutput != grid || ofUnits != unitGrid) {
            grid = ofOutput;
            unitGrid = ofUnits;
            Cost cost = plan.cost();
            maps = Maps.canDraw(cost.network()) ? new Maps(engine, cost, bounds, ofOutput, ofUnits) : null;
            last = null;
        }
    }

    /** {@return the newest moment of a run that nobody changes meanwhile; none where it was shown last} */
    Optional<Taken> newest(Run now) {
        Scene known = last;
        return known != null && known.iteration() == now.iteration() ? Optional.empty() : Optional.of(taken(now));
    }

    private Taken taken(Run now) {
        try {
            return new Taken(now.now(), quick ? now.measure() : latest(now, now.iteration()));
        } catch (GpuException e) {
            return kept(now);
        }
    }

    /** What a run is shown by whose graphics card does not answer any more. */
    private static Taken kept(Run run) {
        Moment moment = run.history().kept(run.iteration());
        return new Taken(moment, latest(run, moment.iteration()));
    }

    /** {@return the newest moment as it is shown} */
    Scene live(Optional<Taken> newest) {
        return newest.map(this::scene).orElseGet(() -> Objects.requireNonNull(last));
    }

    /** {@return the moment after so many updates} */
    Scene at(int iteration) {
        Scene known = last;
        if (known != null && known.iteration() == iteration) {
            return known;
        }
        Run all = run.look(now -> now);
        History history = all.history();
        return scene(new Taken(history.at(iteration), quick ? history.metrics(iteration) : latest(all, iteration)));
    }

    private static Metrics latest(Run run, int iteration) {
        List<Metrics> points = run.metrics();
        Metrics latest = points.getFirst();
        for (Metrics point : points) {
            latest = point.iteration() <= iteration ? point : latest;
        }
        return latest;
    }

    private Scene scene(Taken taken) {
        Moment moment = taken.moment();
        Theta theta = moment.theta();
        List<Picture> pictures = new ArrayList<>(
                Optional.ofNullable(maps).map(some -> some.of(theta)).orElse(List.of()));
        pictures.addAll(histograms.of(theta));
        Scene scene = new Scene(
                moment.iteration(),
                moment.epoch(),
                taken.metrics().learningRate(),
                taken.metrics(),
                quick ? evaluation.of(theta).confusion() : List.of(),
                pictures);
        last = scene;
        return scene;
    }
}
