package backstep.server;

import backstep.experiment.ExperimentDocument;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * An experiment document, with what is asked of it beside its fields in the same object.
 *
 * @param <T> the record of those other fields
 */
public record ExperimentRequest<T>(ExperimentDocument document, T question) {

    private static final List<String> DOCUMENT = names(ExperimentDocument.class);

    /**
     * {@return the document and the question that a text describes}
     *
     * @throws InvalidRequest where it describes none
     */
    public static <T> ExperimentRequest<T> read(byte[] text, Class<T> type) {
        return read(Json.readObject(text), type);
    }

    /** Reads them from an object, of which only the document is left then. */
    static <T> ExperimentRequest<T> read(ObjectNode whole, Class<T> type) {
        List<String> asked = names(type);
        requireKnown(whole, Stream.concat(DOCUMENT.stream(), asked.stream()).toList());
        ObjectNode question = whole.objectNode();
        asked.stream().filter(whole::has).forEach(name -> question.set(name, whole.remove(name)));
        return new ExperimentRequest<>(
                Json.read(Json.MAPPER.writeValueAsBytes(whole), ExperimentDocument.class),
                Json.read(Json.MAPPER.writeValueAsBytes(question), type));
    }

    static void requireKnown(ObjectNode whole, List<String> known) {
        whole.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw JsonMistake.noSuchField(name, known);
                });
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
