package backstep.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * The laboratories: for each common issue of training, runs that differ in one thing, as they stand in {@code laboratories.json}.
 * There a run is written as its changes to the base of its laboratory ({@link MergePatch}).
 */
final class Laboratories {

    /**
     * One of them.
     *
     * @param topic what it belongs to
     * @param chart what to watch: {@code loss}, {@code accuracy}, {@code gradient} or {@code surface}
     * @param question what the runs answer
     * @param look what there is to see, one sentence or two each
     * @param why the reason
     */
    record Laboratory(
            String slug,
            String topic,
            String title,
            String chart,
            String question,
            List<String> look,
            String why,
            List<Run> runs) {}

    /** @param experiment the whole document */
    record Run(String label, JsonNode experiment) {}

    private record Written(
            String slug,
            String topic,
            String title,
            String chart,
            String question,
            List<String> look,
            String why,
            JsonNode base,
            List<Change> runs) {

        Laboratory laboratory() {
            return new Laboratory(
                    slug,
                    topic,
                    title,
                    chart,
                    question,
                    look,
                    why,
                    runs.stream()
                            .map(run -> new Run(run.label(), MergePatch.apply(base, run.changes())))
                            .toList());
        }
    }

    private record Change(String label, JsonNode changes) {}

    static final List<Laboratory> ALL = read();

    private Laboratories() {}

    private static List<Laboratory> read() {
        try (InputStream text = Objects.requireNonNull(Laboratories.class.getResourceAsStream("laboratories.json"))) {
            return Json.MAPPER.readValue(text, new TypeReference<List<Written>>() {}).stream()
                    .map(Written::laboratory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
