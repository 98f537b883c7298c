package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import backstep.server.ApiTest.Answer;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document at /openapi, to hold answers against. */
final class OpenApiDocument {

    static final JsonNode DOCUMENT =
            Json.MAPPER.readTree(ClassPath.read("backstep/server/openapi.json").orElseThrow());

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private OpenApiDocument() {}

    static JsonNode operation(String path, String method) {
        return DOCUMENT.get("paths").path(path).path(method);
    }

    static JsonNode example(JsonNode operation, String status) {
        return operation.at("/responses/" + status + "/content/application~1json/example");
    }

    static void assertDescribed(JsonNode operation, Answer answer) {
        JsonNode described = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        JsonNode content = described.path("content").path(answer.mediaType());
        assertFalse(content.isMissingNode(), answer.status() + " as " + answer.mediaType() + " is not described");
        assertEquals(List.of(), mistakes(content.get("schema"), answer.json()));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
    }

    static List<String> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("$defs", DOCUMENT.at("/components/schemas"));
        return SCHEMAS.getSchema(whole.toString().replace("#/components/schemas/", "#/$defs/")).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** {@return 0 where two numbers differ in their last digits at most, which they may from machine to machine} */
    static int compare(JsonNode a, JsonNode b) {
        boolean same = a.isNumber() && b.isNumber() ? Math.abs(a.asDouble() - b.asDouble()) < 1e-9 : a.equals(b);
        return same ? 0 : 1;
    }
}
