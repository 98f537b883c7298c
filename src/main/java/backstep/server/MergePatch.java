package backstep.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes to a JSON document, written as the part of it that changes (RFC 7396). */
final class MergePatch {

    private MergePatch() {}

    /** {@return the document with the changes: objects are merged, null takes a field away, anything else takes a place over} */
    static JsonNode apply(JsonNode document, JsonNode changes) {
        if (!(changes instanceof ObjectNode fields)) {
            return changes;
        }
        ObjectNode merged = document instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
        fields.forEachEntry((name, change) -> {
            if (change.isNull()) {
                merged.remove(name);
            } else {
                merged.set(name, apply(merged.path(name), change));
            }
        });
        return merged;
    }
}
