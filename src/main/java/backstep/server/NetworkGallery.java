package backstep.server;

import backstep.experiment.ExperimentDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The networks to start from, as they stand in {@code network-gallery.json}. */
final class NetworkGallery {

    /**
     * One of them.
     *
     * @param description what there is to see, in one sentence
     * @param address a number to begin at
     * @param experiment its document, as it is written
     */
    record Entry(
            String slug,
            String title,
            String description,
            @Nullable String address,
            @Nullable String note,
            JsonNode experiment) {

        ExperimentDocument document() {
            return Json.MAPPER.treeToValue(experiment, ExperimentDocument.class);
        }
    }

    static final List<Entry> ENTRIES = read();

    private NetworkGallery() {}

    private static List<Entry> read() {
        try (InputStream text =
                Objects.requireNonNull(NetworkGallery.class.getResourceAsStream("network-gallery.json"))) {
            return Json.MAPPER.readValue(text, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
