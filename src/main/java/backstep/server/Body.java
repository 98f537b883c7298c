package backstep.server;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a request brought. */
final class Body {

    /** The longest body that is read, in bytes. */
    static final int LIMIT = 1_000_000;

    private Body() {}

    /**
     * {@return the record that the request's body describes}
     *
     * @throws InvalidRequest where it describes none
     */
    static <T> T read(Context ctx, Class<T> type) {
        requireJson(ctx.contentType());
        return Json.read(bytes(ctx), type);
    }

    private static void requireJson(@Nullable String contentType) {
        String mediaType =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals("application/json")) {
            throw new UnsupportedMediaTypeResponse(
                    "The body must be application/json, was " + (mediaType.isEmpty() ? "of no type" : mediaType) + ".");
        }
    }

    private static byte[] bytes(Context ctx) {
        if (ctx.req().getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        try {
            byte[] bytes = ctx.req().getInputStream().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse("The body must not be longer than 1 MB.");
    }
}
