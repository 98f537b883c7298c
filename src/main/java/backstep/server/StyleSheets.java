package backstep.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Style sheets in the place of each {@code @import "NAME.css";} that names them, so that a page asks for one file instead of thirty. They
 * stand in one folder, which keeps the addresses in them right, and are imported where a browser would heed it, at the head.
 */
final class StyleSheets {

    private static final String EXTENSION = ".css";
    private static final Pattern IMPORT = Pattern.compile("(?m)^@import \"([\\w-]+\\.css)\";$\\R?");

    private final Function<String, Optional<byte[]>> files;

    /** @param files the bytes of a file by its path */
    StyleSheets(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /** {@return the bytes of a file, which of a style sheet are those of all that it imports too} */
    Optional<byte[]> read(String path) {
        Optional<byte[]> bytes = files.apply(path);
        return path.endsWith(EXTENSION)
                ? bytes.map(sheet -> whole(sheet, path.substring(0, path.lastIndexOf('/') + 1)))
                : bytes;
    }

    private byte[] whole(byte[] sheet, String folder) {
        return IMPORT.matcher(new String(sheet, StandardCharsets.UTF_8))
                .replaceAll(line -> Matcher.quoteReplacement(imported(folder + line.group(1))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String imported(String path) {
        byte[] sheet = read(path).orElseThrow(() -> new IllegalStateException("no style sheet " + path));
        return new String(sheet, StandardCharsets.UTF_8);
    }
}
