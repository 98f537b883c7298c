package backstep.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

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
}
