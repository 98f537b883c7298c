package backstep.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that browsers load, in both forms that it is sent in.
 *
 * @param mark changes when the bytes do
 * @param compressed by gzip; the bytes themselves where they are too short or compressed already
 */
record Asset(byte[] bytes, byte[] compressed, String mediaType, String mark) {

    /** Only what stands here is ever served; a template, say, is not. */
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"));

    /** Names joined by slashes; no name begins with a dot, so none leads out of its folder or to a hidden file. */
    private static final Pattern PATH = Pattern.compile("\\w[\\w@.-]*(/\\w[\\w@.-]*)*");

    private static final Set<String> COMPRESSED = Set.of("png", "ico", "woff2");

    /** Shorter than this, an answer fits into a packet anyway. */
    private static final int WORTH_COMPRESSING = 1_000;

    /** The name of the coding, unless its weight is 0. */
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    /** {@return whether the path is one that may be looked up at all} */
    static boolean mayBe(String path) {
        return PATH.matcher(path).matches() && MEDIA_TYPES.containsKey(extension(path));
    }

    static Asset of(String path, byte[] bytes) {
        String extension = extension(path);
        String mediaType = Optional.ofNullable(MEDIA_TYPES.get(extension)).orElseThrow();
        boolean gains = bytes.length >= WORTH_COMPRESSING && !COMPRESSED.contains(extension);
        String mark = Hash.of(bytes).hex().substring(0, 16);
        return new Asset(bytes, gains ? gzip(bytes) : bytes, mediaType, mark);
    }

    /** Answers with the file, or with 304 where the browser has it already. */
    void sendTo(Context ctx, CachePolicy policy) {
        boolean compress = bytes != compressed && acceptsGzip(ctx);
        String entityTag = compress ? "\"" + mark + "-gzip\"" : "\"" + mark + "\"";
        ctx.header("Cache-Control", policy.header()).header("ETag", entityTag);
        if (bytes != compressed) {
            ctx.header("Vary", "Accept-Encoding");
        }
        if (isKnown(entityTag, ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        if (compress) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.contentType(mediaType).disableCompression().result(compress ? compressed : bytes);
    }

    /** What compresses on the way may have made the tag a weak one. */
    private static boolean isKnown(String entityTag, @Nullable String asked) {
        return asked != null && (asked.equals(entityTag) || asked.equals("W/" + entityTag));
    }

    private static boolean acceptsGzip(Context ctx) {
        String accepted = ctx.header("Accept-Encoding");
        return accepted != null && GZIP.matcher(accepted).find();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
