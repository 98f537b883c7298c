package backstep.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Reads what was packed into the program. */
final class ClassPath {

    private ClassPath() {}

    static Optional<byte[]> read(String name) {
        try (InputStream stream = ClassPath.class.getClassLoader().getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** {@return the names of all files below a folder, in order; its own name ends with a slash} */
    static List<String> list(String folder) {
        URL url = Objects.requireNonNull(ClassPath.class.getClassLoader().getResource(folder), folder);
        try {
            return url.openConnection() instanceof JarURLConnection packed
                    ? inJar(packed.getJarFile(), folder)
                    : onDisk(Path.of(url.toURI()), folder);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    private static List<String> inJar(JarFile jar, String folder) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(folder) && !name.endsWith("/"))
                .sorted()
                .toList();
    }

    private static List<String> onDisk(Path root, String folder) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }
}
