package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    @TempDir
    Path folder;

    @Test
    void librariesAreFoundInAnyOfTheFolders() throws IOException {
        String folders = folder.resolve("other") + File.pathSeparator + folder;
        assertFalse(NativeLibraries.areUnpacked(folders));
        Files.createFile(folder.resolve(NativeLibraries.fileName()));
        assertTrue(NativeLibraries.areUnpacked(folders));
        assertFalse(NativeLibraries.areUnpacked(""));
    }

    private static String temporary() {
        return System.getProperty("java.io.tmpdir");
    }

    @Test
    void whatJcudaUnpacksLiesInAFolderOfOursThatIsRemoved() throws IOException {
        String before = temporary();
        List<Path> seen = new ArrayList<>();
        NativeLibraries.load(() -> seen.add(unpacked()));
        assertNotEquals(Path.of(before), seen.getFirst());
        assertFalse(Files.exists(seen.getFirst()));
        assertEquals(before, temporary());
    }

    @Test
    void itIsRemovedWhereALibraryDoesNotLoadAsWell() {
        String before = temporary();
        List<Path> seen = new ArrayList<>();
        assertThrows(
                UnsatisfiedLinkError.class,
                () -> NativeLibraries.load(() -> {
                    seen.add(unpacked());
                    throw new UnsatisfiedLinkError("not for this machine");
                }));
        assertFalse(Files.exists(seen.getFirst()));
        assertEquals(before, temporary());
    }

    @Test
    void whatAnEarlierStartLeftBehindIsRemovedButForThoseStillRunning() throws IOException {
        Path temporary = Path.of(temporary());
        Path running = Files.createTempDirectory(
                "backstep-gpu-" + ProcessHandle.current().pid() + "-");
        // No system numbers its processes as high as that.
        Path ended = Files.createDirectory(temporary.resolve("backstep-gpu-999999999999-1"));
        Files.createFile(ended.resolve("library"));
        NativeLibraries.load(() -> {});
        assertFalse(Files.exists(ended));
        assertTrue(Files.exists(running));
        Files.delete(running);
    }

    /** {@return the folder in which JCuda would unpack, with a file in it} */
    private static Path unpacked() {
        Path folder = Path.of(temporary());
        try {
            Files.createFile(folder.resolve("library"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
