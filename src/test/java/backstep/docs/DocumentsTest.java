package backstep.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say can be followed. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of("").toAbsolutePath();

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/decisions", "lessons")) {
            Path path = ROOT.resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
                }
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) {
        for (String link : found(LINK, document)) {
            if (!link.startsWith("http")) {
                assertTrue(Files.exists(document.resolveSibling(link)), document + " links to " + link);
            }
        }
    }

    @Test
    void theReadmeIsShortAndBeginsWithAPicture() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        assertTrue(lines.size() <= 150, "README.md has " + lines.size() + " lines");
        assertTrue(lines.getFirst().startsWith("!["), lines.getFirst());
    }

    @Test
    void theFirstCommandsOfTheReadmeStartAndTest() {
        assertEquals(
                List.of("./backstep", "./backstep test"),
                found(BLOCK, ROOT.resolve("README.md")).stream()
                        .limit(2)
                        .map(String::strip)
                        .toList());
        assertTrue(Files.isExecutable(ROOT.resolve("backstep")));
    }

    @Test
    void everyDecisionIsListed() throws IOException {
        String list = Files.readString(ROOT.resolve("docs/decisions/README.md"));
        for (Path document : documents()) {
            boolean decision = document.getFileName().toString().matches("\\d{4}-.*");
            assertTrue(!decision || list.contains(document.getFileName().toString()), document + " is not listed");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void decisionsHaveAtMostFortyLines(Path document) throws IOException {
        boolean decision = document.getFileName().toString().matches("\\d{4}-.*");
        int lines = Files.readAllLines(document).size();
        assertTrue(!decision || lines <= 40, document + " has " + lines + " lines");
    }

    private static List<String> found(Pattern pattern, Path document) {
        try {
            return pattern.matcher(Files.readString(document))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
