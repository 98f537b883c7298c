package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What a program is told that asks for something which cannot be meant. */
class MistakesTest extends ApiTest {

    /** What the requests about networks have that say nothing else. */
    private static final String EXPERIMENT = """
            {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 1, "activation": "sigmoid"}],
              "loss": "binary-cross-entropy"},
             "theta": [[[0, 1, -1]]], "data": {"x": [[1, 2], [3, 4]], "y": [[0], [1]]}}""";

    static Stream<String> mistakesAboutExpressions() throws IOException {
        return blocks("mistakes.txt");
    }

    static Stream<String> mistakesAboutNetworks() throws IOException {
        return blocks("network-mistakes.txt");
    }

    static Stream<String> mistakesAboutSweeps() throws IOException {
        return blocks("sweep-mistakes.txt");
    }

    private static Stream<String> blocks(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(MistakesTest.class.getResourceAsStream(name))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n")).skip(1).map(String::strip);
        }
    }

    @ParameterizedTest
    @MethodSource("mistakesAboutExpressions")
    void everyMistakeAboutAnExpressionIsPointedAtAndExplained(String block) {
        String[] parts = request(block);
        assertExplained(block, ask("/api/autodiff/" + parts[0], parts.length == 1 ? "" : parts[1]));
    }

    @ParameterizedTest
    @MethodSource("mistakesAboutNetworks")
    void everyMistakeAboutANetworkIsPointedAtAndExplained(String block) {
        assertExplained(block, askAboutExperiment("/api/network/", block));
    }

    @ParameterizedTest
    @MethodSource("mistakesAboutSweeps")
    void everyMistakeAboutASweepIsPointedAtAndExplained(String block) {
        assertExplained(block, askAboutExperiment("/api/training/", block));
    }

    private static Answer askAboutExperiment(String area, String block) {
        String[] parts = request(block);
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(EXPERIMENT);
        body.setAll((ObjectNode) Json.MAPPER.readTree(parts[1]));
        return ask(area + parts[0], body.toString());
    }

    private static String[] request(String block) {
        return block.lines().findFirst().orElseThrow().split(" ", 2);
    }

    private static void assertExplained(String block, Answer answer) {
        assertEquals(400, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.mediaType());
        String request = block.lines().findFirst().orElseThrow();
        assertEquals(block, request + "\n" + pointer(answer) + "\n" + answer.at("/detail"));
    }

    private static String pointer(Answer answer) {
        String pointer = answer.at("/pointer");
        return pointer.isEmpty() ? "(the whole body)" : pointer;
    }
}
