package backstep.experiment;

import org.jspecify.annotations.Nullable;

/** What holds where a document is silent. */
final class Usual {

    private Usual() {}

    static double or(@Nullable Double given, double usual) {
        return given == null ? usual : given;
    }

    static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }

    static long or(@Nullable Long given, long usual) {
        return given == null ? usual : given;
    }

    static boolean or(@Nullable Boolean given, boolean usual) {
        return given == null ? usual : given;
    }

    static <E extends Enum<E>> E or(@Nullable E given, E usual) {
        return given == null ? usual : given;
    }
}
