package backstep.server;

import backstep.server.TrainingEvents.StateEvent;
import backstep.training.Metrics;
import backstep.training.Run;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a run goes, as server-sent events: {@code metrics} for each new point, {@code state} for each change of what it is
 * doing. The stream ends with the run.
 */
final class EventStream {

    /** After what time without an event the other side is asked whether it is still there. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final byte[] STILL_HERE = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

    private final LiveRun run;
    private final OutputStream out;
    private int lastPoint = -1;
    private Run.@Nullable State lastState;

    private EventStream(LiveRun run, OutputStream out) {
        this.run = run;
        this.out = out;
    }

    /** Sends events until the run ends, or nobody listens any more. */
    static void send(Context ctx, LiveRun run) throws InterruptedException {
        ctx.disableCompression()
                .contentType("text/event-stream")
                .header("Cache-Control", CachePolicy.NO_STORE.header());
        run.audience().arrive();
        try {
            new EventStream(run, ctx.outputStream()).send();
        } catch (IOException e) {
            // The other side went away; that is how it says that it has enough.
        } finally {
            run.audience().leave();
        }
    }

    private void send() throws IOException, InterruptedException {
        long seen = -1;
        boolean ends = false;
        while (!ends) {
            seen = run.changes().awaitMoreThan(seen, SILENCE);
            Run.State state = run.state();
            ends = state.isFinal() || run.isClosed();
            for (Metrics point : run.look(Run::metrics)) {
                if (point.iteration() > lastPoint) {
                    send("metrics", MetricsAnswer.of(point));
                    lastPoint = point.iteration();
                }
            }
            if (state != lastState) {
                send("state", StateEvent.of(run, state));
                lastState = state;
            }
            out.write(STILL_HERE);
            out.flush();
        }
    }

    private void send(String event, Object data) throws IOException {
        String text = "event: " + event + "\ndata: " + Json.write(data) + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
