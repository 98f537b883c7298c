package backstep.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the folder {@code web/} is read from: templates, style sheets, modules, fonts. */
public sealed interface WebSource {

    /** {@return the bytes of a file, if there is such a file} The path is relative, and has been checked by the caller. */
    Optional<byte[]> read(String path);

    /** {@return what names the state of all files, and changes with any of them; nothing where they may change at any time} */
    Optional<String> state();

    /** As it was packed into the program: it never changes while the program runs. */
    record Packed() implements WebSource {

        private static final String FOLDER = "web/";

        @Override
        public Optional<byte[]> read(String path) {
            return ClassPath.read(FOLDER + path);
        }

        @Override
        public Optional<String> state() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String name : ClassPath.list(FOLDER)) {
                all.writeBytes(name.getBytes(StandardCharsets.UTF_8));
                all.writeBytes(ClassPath.read(name).orElseThrow());
            }
            return Optional.of(Hash.of(all.toByteArray()).hex().substring(0, 12));
        }
    }

    /** As it lies on disk: a change shows when the page is loaded again. */
    record Folder(Path root) implements WebSource {

        /** @throws IllegalArgumentException where there is no such folder */
        public Folder {
            if (!Files.isDirectory(root)) {
                throw new IllegalArgumentException("no folder " + root.toAbsolutePath() + " to read the pages from");
            }
        }

        @Override
        public Optional<byte[]> read(String path) {
            Path file = root.resolve(path);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<String> state() {
            return Optional.empty();
        }
    }
}
