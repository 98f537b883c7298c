package backstep.server;

import org.jspecify.annotations.Nullable;

/** Numbers of a request that must lie between bounds. */
final class Within {

    private Within() {}

    /**
     * {@return the number that was given, or the usual one}
     *
     * @throws InvalidRequest where it is less than {@code least} or more than {@code most}
     */
    static int of(String pointer, @Nullable Integer given, int least, int most, int usual) {
        int value = given == null ? usual : given;
        if (value < least || value > most) {
            String bounds = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
            throw new InvalidRequest(pointer, pointer + ": must be " + bounds + ", was " + value);
        }
        return value;
    }
}
