package backstep.server;

import java.nio.charset.StandardCharsets;

/** The program's version, as the build wrote it down. */
public final class Version {

    private static final String CURRENT = read();

    private Version() {}

    /** {@return such as {@code 0.1.0}} */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        byte[] text = ClassPath.read("backstep/server/version.txt").orElseThrow();
        return new String(text, StandardCharsets.UTF_8).strip();
    }
}
