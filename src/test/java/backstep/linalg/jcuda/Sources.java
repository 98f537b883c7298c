package backstep.linalg.jcuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the kernels. */
final class Sources {

    /** Where those of the kernels themselves lie. */
    static final Path MAIN = Path.of("src/main/cuda");

    private Sources() {}

    /** {@return SHA-256 of all sources in the folders: the .cu before the .cuh, each in the order of their names} */
    static String hash(Path... folders) {
        MessageDigest digest = sha256();
        Arrays.stream(folders).flatMap(Sources::files).forEach(file -> digest.update(bytes(file)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stream<Path> files(Path folder) {
        return Stream.of(".cu", ".cuh", ".h", ".cpp").flatMap(ending -> files(folder, ending).stream());
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Line ends are taken for what they are in the repository, however they were checked out. */
    private static byte[] bytes(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
