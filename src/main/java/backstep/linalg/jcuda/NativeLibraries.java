package backstep.linalg.jcuda;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jcuda.JCudaVersion;
import jcuda.LibUtils;

/**
 * The native libraries of JCuda, which lie in jars. JCuda unpacks what it needs into the folder of temporary files, under a name that
 * anybody can guess, and leaves it there. So it is given a folder of ours, which is removed as soon as the library is loaded; where
 * the system does not let go of a loaded library, the next start removes it.
 */
final class NativeLibraries {

    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String PREFIX = "backstep-gpu-";
    private static final Pattern OURS = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    private NativeLibraries() {}

    /** {@return why JCuda's own library is not there; nothing where it is} */
    static Optional<String> whyNot() {
        String name =
                LibUtils.createLibraryFileName(LibUtils.createPlatformLibraryName("JCudaDriver-" + JCudaVersion.get()));
        if (LibUtils.class.getResource("/lib/" + name) != null) {
            return Optional.empty();
        }
        return Optional.of("the GPU libraries are not part of this installation: build it with mvn -Pgpu package"
                + " (they are to be had for Linux and Windows on x86-64)");
    }

    /**
     * Does what makes JCuda load a library.
     *
     * @throws IOException where no folder can be made
     */
    static synchronized void load(Runnable use) throws IOException {
        String before = System.getProperty(TEMPORARY);
        removeLeftBehind(Path.of(before));
        Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        System.setProperty(TEMPORARY, folder.toString());
        try {
            use.run();
        } finally {
            System.setProperty(TEMPORARY, before);
            remove(folder);
        }
    }

    /** Removes the folders of programs that have ended. */
    private static void removeLeftBehind(Path temporary) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher name = OURS.matcher(folder.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException stillLoaded) {
            // Windows keeps what is loaded; the next start finds it.
        }
    }
}
