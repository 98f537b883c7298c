package backstep.server;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Cost;
import backstep.network.Theta;
import backstep.training.History;
import backstep.training.LossSurface;
import backstep.training.LossSurface.Window;
import backstep.training.Plan;
import backstep.training.Plane;
import backstep.training.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the loss around where a run is, or between where two runs are. */
final class Surfaces {

    /** The most products of a weight with an activation that one surface takes. */
    private static final long WORK = 5_000_000_000L;

    private static final int MOST_POINTS = 60;

    private final LiveRun run;
    private final @Nullable LiveRun other;
    private final Plan plan;
    private final MatrixEngine engine;

    /** The surface around a run, or through it and another one of the same network. */
    Surfaces(LiveRun run, @Nullable LiveRun other) {
        this.run = run;
        this.other = other;
        plan = run.experiment().plan();
        engine = Engines.forShowing();
        if (other != null && !sameShapes(plan, other.experiment().plan())) {
            throw new InvalidRequest(
                    "/with",
                    "/with: must be a run of a network of " + plan.network().sizes() + " units, was of "
                            + other.experiment().plan().network().sizes());
        }
    }

    private static boolean sameShapes(Plan one, Plan two) {
        return shapes(one.start().theta()).equals(shapes(two.start().theta()));
    }

    private static List<String> shapes(Theta theta) {
        return theta.matrices().stream().map(Matrix::shape).toList();
    }

    /**
     * {@return J over the plane}
     *
     * @param resolution how many rows and columns there are
     * @param seed of the directions
     */
    SurfaceAnswer look(int resolution, long seed) {
        requireBounded(resolution);
        Theta end = now(run);
        Plane plane = other == null ? Plane.around(end, seed) : Plane.through(end, now(other), seed);
        List<SurfaceAnswer.Path> paths = Stream.of(Optional.of(run), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .map(one -> path(one, plane))
                .toList();
        Window window = window(paths, resolution);
        LossSurface surface = LossSurface.of(engine, plan.cost(), plan.split().train(), plane, window);
        return new SurfaceAnswer(
                IntStream.range(0, resolution).mapToDouble(window::alpha).toArray(),
                IntStream.range(0, resolution).mapToDouble(window::beta).toArray(),
                surface.costs().toRows(),
                paths);
    }

    private void requireBounded(int resolution) {
        Cost cost = plan.cost();
        long each = (long) cost.network().weights() * plan.split().train().size();
        int fits = (int) Math.sqrt((double) WORK / each);
        if (resolution > fits) {
            throw new InvalidRequest(
                    "/resolution",
                    "/resolution: must be at most " + fits + " for "
                            + cost.network().weights() + " weights and "
                            + plan.split().train().size() + " examples, was " + resolution);
        }
    }

    private static Theta now(LiveRun run) {
        return run.look(Run::history).at(run.look(Run::iteration)).theta();
    }

    /** Wide enough for both ends and all of the way. */
    private Window window(List<SurfaceAnswer.Path> paths, int resolution) {
        double reach = paths.stream()
                .flatMap(path -> path.points().stream())
                .mapToDouble(point -> Math.max(Math.abs(point.alpha()), Math.abs(point.beta())))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        return Window.square(Math.max(1, 1.2 * reach), resolution);
    }

    private SurfaceAnswer.Path path(LiveRun one, Plane plane) {
        History history = one.look(Run::history);
        int first = history.first();
        int last = history.last();
        int points = Math.min(MOST_POINTS, last - first + 1);
        return new SurfaceAnswer.Path(
                one.id(),
                IntStream.range(0, points)
                        .map(k -> points == 1 ? last : (int) (first + (long) (last - first) * k / (points - 1)))
                        .mapToObj(k -> point(one, history, k, plane))
                        .toList());
    }

    private SurfaceAnswer.Point point(LiveRun one, History history, int k, Plane plane) {
        Theta theta = history.at(k).theta();
        Plane.Point nearest = plane.nearest(theta);
        Plan its = one.experiment().plan();
        LossSurface there = LossSurface.of(
                engine, its.cost(), its.split().train(), new Plane(theta, theta, theta), new Window(0, 0, 1, 0, 0, 1));
        return new SurfaceAnswer.Point(
                k,
                nearest.alpha(),
                nearest.beta(),
                nearest.distance(),
                there.costs().at(0, 0));
    }
}
