package backstep.server;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a request brought. */
final class Body {

    /** The longest body that is read, in bytes. */
    static final int LIMIT = 1_000_000;

    /** The longest body with an experiment, which may hold many examples. */
    static final int EXPERIMENT_LIMIT = 32_000_000;

    /** As much of a longer one is let pass before its sender is told. */
    private static final int MOST_SKIPPED = 4 * EXPERIMENT_LIMIT;

    private Body() {}

    /**
     * {@return the record that the request's body describes}
     *
     * @throws InvalidRequest where it describes none
     */
    static <T> T read(Context ctx, Class<T> type) {
        requireJson(ctx);
        return Json.read(bytes(ctx, LIMIT), type);
    }

    /**
     * {@return the experiment that the request's body describes, and what is asked of it}
     *
     * @throws InvalidRequest where it describes none
     */
    static <T> ExperimentRequest<T> readExperiment(Context ctx, Class<T> question) {
        return ExperimentRequest.read(experiment(ctx), question);
    }

    /** {@return a body with an experiment, as it was sent} */
    static byte[] experiment(Context ctx) {
        requireJson(ctx);
        return bytes(ctx, EXPERIMENT_LIMIT);
    }

    private static void requireJson(Context ctx) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new UnsupportedMediaTypeResponse("The body must not be compressed, was " + encoding.strip() + ".");
        }
        requireJson(ctx.contentType());
    }

    private static void requireJson(@Nullable String contentType) {
        String mediaType =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals("application/json")) {
            throw new UnsupportedMediaTypeResponse(
                    "The body must be application/json, was " + (mediaType.isEmpty() ? "of no type" : mediaType) + ".");
        }
    }

    private static byte[] bytes(Context ctx, int limit) {
        try (InputStream body = ctx.req().getInputStream()) {
            boolean announced = ctx.req().getContentLengthLong() > limit;
            byte[] bytes = body.readNBytes(announced ? 0 : limit + 1);
            if (announced || bytes.length > limit) {
                skip(body);
                throw new ContentTooLargeResponse("The body must not be longer than " + limit / 1_000_000 + " MB.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on in vain: who still sends when the connection is cut sees no answer, only that. */
    private static void skip(InputStream body) throws IOException {
        byte[] skipped = new byte[1 << 16];
        long left = MOST_SKIPPED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(skipped);
        }
    }
}
