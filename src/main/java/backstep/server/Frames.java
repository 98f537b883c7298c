package backstep.server;

import backstep.server.RunAnswer.DivergenceAnswer;
import backstep.training.Metrics;
import backstep.training.Run;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one watcher of a run is sent, frame after frame; used by one thread. */
final class Frames {

    private final LiveRun run;
    private final Scenes scenes;
    private int lastPoint = -1;

    Frames(LiveRun run) {
        this.run = run;
        scenes = new Scenes(run);
    }

    /** {@return the next frame, of the newest moment or of another one} */
    ByteBuffer next(Watcher.View view) {
        scenes.resize(view.grid(), view.unitGrid());
        boolean live = view.shown() instanceof Shown.Live;
        Seen seen = run.look(now -> seen(now, live));
        Scene scene = switch (view.shown()) {
            case Shown.Live() -> scenes.live(seen.newest());
            case Shown.After(int iteration) -> scenes.at(iteration);
        };
        return Frame.of(header(live, scene, seen), scene.pictures());
    }

    /**
     * What a frame says of the run as a whole. All of it is seen at once: the thread that makes the updates lets nobody look more
     * often than every few milliseconds.
     */
    private record Seen(
            Optional<Scenes.Taken> newest,
            String state,
            @Nullable String reason,
            int iteration,
            int iterations,
            double examplesPerSecond,
            @Nullable Double secondsLeft,
            List<MetricsAnswer> points,
            @Nullable DivergenceAnswer divergence) {}

    private Seen seen(Run now, boolean live) {
        RunWriter writer = new RunWriter(run);
        return new Seen(
                live ? scenes.newest(now) : Optional.empty(),
                run.state().spelling(),
                writer.reason(),
                writer.iteration(),
                writer.iterations(),
                writer.examplesPerSecond(),
                writer.secondsLeft(),
                newPoints(now),
                writer.divergence());
    }

    private static FrameHeader header(boolean live, Scene scene, Seen seen) {
        return new FrameHeader(
                seen.state(),
                seen.reason(),
                live,
                scene.iteration(),
                scene.epoch(),
                seen.iteration(),
                seen.iterations(),
                scene.learningRate(),
                seen.examplesPerSecond(),
                seen.secondsLeft(),
                MetricsAnswer.of(scene.now()),
                seen.points(),
                seen.divergence(),
                scene.confusion().isEmpty() ? null : scene.confusion(),
                scene.pictures());
    }

    private List<MetricsAnswer> newPoints(Run now) {
        List<Metrics> points = now.metrics().stream()
                .filter(point -> point.iteration() > lastPoint)
                .toList();
        if (!points.isEmpty()) {
            lastPoint = points.getLast().iteration();
        }
        return points.stream().map(MetricsAnswer::of).toList();
    }
}
