package backstep.server;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question about a pass: with the document of its experiment beside it, or with the name of one that is held.
 *
 * @param <T> the record of what is asked
 */
record PassRequest<T>(Passed passed, T question) {

    private static final String HELD = "held";

    /**
     * {@return the question that a text describes}
     *
     * @throws InvalidRequest where it describes none
     */
    static <T> PassRequest<T> read(byte[] text, Class<T> type, HeldPasses held) {
        ObjectNode whole = Json.readObject(text);
        JsonNode name = whole.get(HELD);
        if (name == null) {
            ExperimentRequest<T> request = ExperimentRequest.read(whole, type);
            return new PassRequest<>(Passed.of(request.document()), request.question());
        }
        InvalidRequest.require(name.isString(), "/" + HELD, "must be text, the name of an experiment that is held");
        List<String> asked = ExperimentRequest.names(type);
        whole.remove(HELD);
        ExperimentRequest.requireKnown(whole, asked);
        return new PassRequest<>(held.get(name.asString()), Json.read(Json.MAPPER.writeValueAsBytes(whole), type));
    }
}
