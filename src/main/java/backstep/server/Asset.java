package backstep.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that browsers load.
 *
 * @param entityTag changes when the bytes do; weak, since an answer may be compressed
 */
record Asset(byte[] bytes, String mediaType, String entityTag) {

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

    /** {@return whether the path is one that may be looked up at all} */
    static boolean mayBe(String path) {
        return PATH.matcher(path).matches() && MEDIA_TYPES.containsKey(extension(path));
    }

    static Asset of(String path, byte[] bytes) {
        String mediaType = Optional.ofNullable(MEDIA_TYPES.get(extension(path))).orElseThrow();
        return new Asset(bytes, mediaType, "W/\"" + Hash.of(bytes).hex().substring(0, 16) + "\"");
    }

    /** Answers with the file, or with 304 where the browser has it already. */
    void sendTo(Context ctx, CachePolicy policy) {
        ctx.header("Cache-Control", policy.header()).header("ETag", entityTag);
        if (entityTag.equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType(mediaType).result(bytes);
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
