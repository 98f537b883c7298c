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

    /** {@return the changes that make one object of the other} */
    static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode changes = Json.MAPPER.createObjectNode();
        before.propertyNames().stream().filter(name -> !after.has(name)).forEach(changes::putNull);
        after.forEachEntry((name, value) -> {
            if (value instanceof ObjectNode object && before.get(name) instanceof ObjectNode old) {
                ObjectNode inner = between(old, object);
                if (!inner.isEmpty()) {
                    changes.set(name, inner);
                }
            } else if (!value.equals(before.get(name))) {
                changes.set(name, value);
            }
        });
        return changes;
    }
}
