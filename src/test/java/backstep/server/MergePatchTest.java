package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MergePatchTest {

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":"b"}          | {"a":"c"}                    | {"a":"c"}
            {"a":"b"}          | {"b":"c"}                    | {"a":"b","b":"c"}
            {"a":"b"}          | {"a":null}                   | {}
            {"a":"b","b":"c"}  | {"a":null}                   | {"b":"c"}
            {"a":["b"]}        | {"a":"c"}                    | {"a":"c"}
            {"a":"c"}          | {"a":["b"]}                  | {"a":["b"]}
            {"a":{"b":"c"}}    | {"a":{"b":"d","c":null}}     | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}  | {"a":[1]}                    | {"a":[1]}
            ["a","b"]          | ["c","d"]                    | ["c","d"]
            {"a":"b"}          | ["c"]                        | ["c"]
            {"a":"foo"}        | null                         | null
            {"a":"foo"}        | "bar"                        | "bar"
            {"e":null}         | {"a":1}                      | {"e":null,"a":1}
            [1,2]              | {"a":"b","c":null}           | {"a":"b"}
            {}                 | {"a":{"bb":{"ccc":null}}}    | {"a":{"bb":{}}}
            """)
    void changesAreMergedAsTheStandardSays(String document, String changes, String result) {
        JsonNode original = Json.MAPPER.readTree(document);
        assertEquals(Json.MAPPER.readTree(result), MergePatch.apply(original, Json.MAPPER.readTree(changes)));
        assertEquals(Json.MAPPER.readTree(document), original);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a": 1}                | {"a": 1}                | {}
                    {"a": 1, "b": 2}        | {"b": 3}                | {"b": 3, "a": null}
                    {"a": {"b": 1, "c": 2}} | {"a": {"b": 1, "c": 3}} | {"a": {"c": 3}}
                    {"a": [1, 2]}           | {"a": [1]}              | {"a": [1]}
                    {"a": 1}                | {"a": {"b": 1}}         | {"a": {"b": 1}}
                    {}                      | {"a": {"b": {}}}        | {"a": {"b": {}}}
                    """)
    void whatIsBetweenTwoDocumentsMakesOneOfTheOther(String before, String after, String changes) {
        ObjectNode one = (ObjectNode) Json.MAPPER.readTree(before);
        ObjectNode other = (ObjectNode) Json.MAPPER.readTree(after);
        assertEquals(Json.MAPPER.readTree(changes), MergePatch.between(one, other));
        assertEquals(other, MergePatch.apply(one, MergePatch.between(one, other)));
    }
}
