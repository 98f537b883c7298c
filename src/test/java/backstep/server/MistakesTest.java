package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program is told that asks for something which cannot be meant. */
class MistakesTest extends ApiTest {

    static Stream<String> blocksOfMistakes() throws IOException {
        try (InputStream file = Objects.requireNonNull(MistakesTest.class.getResourceAsStream("mistakes.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n")).skip(1).map(String::strip);
        }
    }

    @ParameterizedTest
    @MethodSource("blocksOfMistakes")
    void everyMistakeIsPointedAtAndExplained(String block) {
        String request = block.lines().findFirst().orElseThrow();
        String[] parts = request.split(" ", 2);
        Answer answer = ask("/api/autodiff/" + parts[0], parts.length == 1 ? "" : parts[1]);
        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.mediaType());
        assertEquals(block, request + "\n" + pointer(answer) + "\n" + answer.at("/detail"));
    }

    private static String pointer(Answer answer) {
        String pointer = answer.at("/pointer");
        return pointer.isEmpty() ? "(the whole body)" : pointer;
    }
}
