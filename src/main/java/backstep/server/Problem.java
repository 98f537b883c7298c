package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error as of RFC 9457.
 *
 * @param type what kind of mistake it is; {@code about:blank} where the status says all
 * @param title the same in a few words
 * @param detail what happened this time, for people
 * @param pointer the field to blame, as of RFC 6901
 * @param position of the first character to blame in an expression, from 1
 * @param length how many characters are to blame, 0 at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String pointer,
        @Nullable Integer position,
        @Nullable Integer length) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** {@return a problem of which the status says all but the detail} */
    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, null, null);
    }
}
