package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
