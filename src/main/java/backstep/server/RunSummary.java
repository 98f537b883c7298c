package backstep.server;

import backstep.training.Run;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A run in a few words.
 *
 * @param updatesPerSecond how fast it may go; left out where it goes as fast as it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunSummary(
        String id,
        @Nullable String title,
        String state,
        @Nullable String reason,
        int epoch,
        int iteration,
        int epochs,
        int iterations,
        @Nullable Double updatesPerSecond) {

    static RunSummary of(LiveRun live) {
        RunWriter writer = new RunWriter(live);
        return new RunSummary(
                live.id(),
                live.document().title(),
                live.state().spelling(),
                writer.reason(),
                live.look(Run::epoch),
                writer.iteration(),
                live.experiment().plan().training().epochs(),
                writer.iterations(),
                live.tempo());
    }
}
