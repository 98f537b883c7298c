package backstep.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of blocks that blank lines separate; lines that begin with # are headings. */
final class Blocks {

    private Blocks() {}

    static Stream<String> of(String name) {
        try (InputStream file = Objects.requireNonNull(Blocks.class.getResourceAsStream(name))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n")).map(Blocks::withoutHeading).filter(block -> !block.isBlank());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String withoutHeading(String block) {
        return String.join(
                "\n", block.lines().filter(line -> !line.startsWith("#")).toList());
    }
}
