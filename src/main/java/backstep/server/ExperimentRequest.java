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
    static <T> ExperimentRequest<T> read(byte[] text, Class<T> type) {
        ObjectNode whole = Json.readObject(text);
        List<String> asked = names(type);
        whole.propertyNames().stream()
                .filter(name -> !DOCUMENT.contains(name) && !asked.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw JsonMistake.noSuchField(
                            name,
                            Stream.concat(DOCUMENT.stream(), asked.stream()).toList());
                });
        ObjectNode question = whole.deepCopy();
        question.remove(DOCUMENT);
        whole.remove(asked);
        return new ExperimentRequest<>(
                Json.read(Json.MAPPER.writeValueAsBytes(whole), ExperimentDocument.class),
                Json.read(Json.MAPPER.writeValueAsBytes(question), type));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
