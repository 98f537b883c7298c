package backstep.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsTest {

    static Stream<String> blocksOfErrorsFile() throws IOException {
        try (InputStream file = Objects.requireNonNull(ErrorsTest.class.getResourceAsStream("errors.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n")).map(ErrorsTest::withoutHeading).filter(block -> !block.isBlank());
        }
    }

    private static String withoutHeading(String block) {
        return String.join(
                "\n", block.lines().filter(line -> !line.startsWith("#")).toList());
    }

    @ParameterizedTest
    @MethodSource("blocksOfErrorsFile")
    void everyMistakeIsPointedAtAndExplained(String block) {
        String quoted = block.lines().findFirst().orElseThrow();
        String text = quoted.substring(1, quoted.length() - 1).replace('⏎', '\n');
        ExpressionException error = refused(text);
        assertEquals(block, quoted + "\n" + marked(error) + "\n" + error.getMessage());
        assertTrue(error.getMessage().endsWith(", position " + error.position()));
    }

    private static String marked(ExpressionException error) {
        return " ".repeat(error.position()) + (error.length() == 0 ? "'" : "^".repeat(error.length()));
    }

    private static ExpressionException refused(String text) {
        return assertThrows(ExpressionException.class, () -> ExpressionParser.parse(text));
    }

    @Test
    void aCharacterThatNobodySeesIsNamed() {
        assertEquals("unknown character (zero width space), position 2", sentence("x\u200b1"));
        assertEquals("unknown character (U+0000), position 1", sentence("\0x1"));
        assertEquals("unknown character (U+0378), position 1", sentence("\u0378"));
    }

    private static String sentence(String text) {
        String message = refused(text).getMessage();
        return message.substring(message.indexOf("unknown"));
    }

    @Test
    void aMessageStandsOnOneLineAndIsWholeUnicode() {
        String message = refused("a = 1\nb = \ud83d\t$").getMessage();
        assertFalse(message.contains("\n"));
        assertTrue(message.startsWith("a = 1 b = \ufffd $: "), message);
    }
}
