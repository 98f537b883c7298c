package backstep.linalg.jcuda;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jcuda.JCudaVersion;
import jcuda.LibUtils;

/**
 * The native libraries of JCuda. The launcher lays them into a folder in which Java looks for libraries, and then they are loaded
 * from there. Else they lie in jars, if anywhere: JCuda unpacks what it needs into the folder of temporary files, under a name that
 * anybody can guess, and leaves it there. So it is given a folder of ours, which is removed as soon as the library is loaded; where
 * the system does not let go of a loaded library, the next start removes it.
 */
final class NativeLibraries {

    private static final String FOLDERS = "java.library.path";
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String PREFIX = "backstep-gpu-";
    private static final Pattern OURS = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    private NativeLibraries() {}

    /** {@return why JCuda's own library is not there; nothing where it is} */
    static Optional<String> whyNot() {
        if (areUnpacked(System.getProperty(FOLDERS)) || LibUtils.class.getResource("/lib/" + fileName()) != null) {
            return Optional.empty();
        }
        return Optional.of("the GPU libraries are not part of this installation: get them with ./backstep build --gpu"
                + " (they are to be had for Linux on x86-64)");
    }

    /** {@return whether the libraries lie in one of these folders} */
    static boolean areUnpacked(String folders) {
        return Arrays.stream(folders.split(File.pathSeparator))
                .map(folder -> new File(folder, fileName()))
                .anyMatch(File::isFile);
    }

    /** {@return what the library that reaches the driver is called on this system} */
    static String fileName() {
        return LibUtils.createLibraryFileName(LibUtils.createPlatformLibraryName("JCudaDriver-" + JCudaVersion.get()));
    }

    /**
     * Does what makes JCuda load a library.
     *
     * @throws IOException where no folder can be made
     */
    static synchronized void load(Runnable use) throws IOException {
        if (areUnpacked(System.getProperty(FOLDERS))) {
            use.run();
            return;
        }
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
