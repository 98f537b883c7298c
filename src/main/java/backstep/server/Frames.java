package backstep.server;

import backstep.training.Metrics;
import backstep.training.Run;
import java.nio.ByteBuffer;
import java.util.List;

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
        Scene scene = switch (view.shown()) {
            case Shown.Live() -> scenes.live();
            case Shown.After(int iteration) -> scenes.at(iteration);
        };
        return Frame.of(header(view.shown() instanceof Shown.Live, scene), scene.pictures());
    }

    private FrameHeader header(boolean live, Scene scene) {
        Run.State state = run.state();
        RunWriter writer = new RunWriter(run);
        return new FrameHeader(
                state.spelling(),
                writer.reason(),
                live,
                scene.iteration(),
                scene.epoch(),
                writer.iteration(),
                writer.iterations(),
                scene.learningRate(),
                writer.examplesPerSecond(),
                writer.secondsLeft(),
                MetricsAnswer.of(scene.now()),
                newPoints(),
                writer.divergence(),
                scene.confusion().isEmpty() ? null : scene.confusion(),
                scene.pictures());
    }

    private List<MetricsAnswer> newPoints() {
        List<Metrics> points = run.look(Run::metrics).stream()
                .filter(point -> point.iteration() > lastPoint)
                .toList();
        if (!points.isEmpty()) {
            lastPoint = points.getLast().iteration();
        }
        return points.stream().map(MetricsAnswer::of).toList();
    }
}
