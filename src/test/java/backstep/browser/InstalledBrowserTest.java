package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledBrowserTest {

    @TempDir
    Path folder;

    @Test
    void theEnvironmentComesFirst() throws IOException {
        Path chosen = givenProgram("mine");
        Path installed = givenProgram("chromium");
        assertEquals(
                Optional.of(chosen),
                InstalledBrowser.find(Map.of("BACKSTEP_CHROMIUM", chosen.toString()), List.of(installed)));
    }

    @Test
    void anInstalledBrowserComesSecond() throws IOException {
        Path installed = givenProgram("chromium");
        assertEquals(
                Optional.of(installed), InstalledBrowser.find(Map.of(), List.of(folder.resolve("none"), installed)));
    }

    @Test
    void withoutOnePlaywrightHasToBringItsOwn() {
        assertEquals(Optional.empty(), InstalledBrowser.find(Map.of(), List.of(folder.resolve("none"))));
    }

    @Test
    void aChoiceThatIsNotThereIsSaid() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> InstalledBrowser.find(Map.of("BACKSTEP_CHROMIUM", "/no/such/program"), List.of()));
        assertEquals("BACKSTEP_CHROMIUM is /no/such/program, where there is no program.", error.getMessage());
    }

    private Path givenProgram(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
