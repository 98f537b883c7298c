package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code /web@STATE/…}: style sheets, modules, fonts and pictures of our own, to be kept for ever, since another state of any of
 * them has another address; {@code /web/…} for the state that there is. A folder on disk has no such name.
 */
final class WebFiles implements RouteGroup {

    /** The address that names no state. */
    static final String PLAIN = "/web";

    private final WebSource web;
    private final Optional<String> state;
    private final Map<String, Asset> packed = new ConcurrentHashMap<>();

    WebFiles(WebSource web) {
        this.web = web;
        state = web.state();
    }

    /** {@return the address that pages load them from} */
    String root() {
        return PLAIN + state.map(name -> "@" + name).orElse("");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, PLAIN + "/<path>", ctx -> serve(ctx, CachePolicy.REVALIDATE));
        state.ifPresent(_ -> get(routes, root() + "/<path>", ctx -> serve(ctx, CachePolicy.IMMUTABLE)));
    }

    private void serve(Context ctx, CachePolicy policy) {
        asset(ctx.pathParam("path")).orElseThrow(NotFoundResponse::new).sendTo(ctx, policy);
    }

    private Optional<Asset> asset(String path) {
        if (!Asset.mayBe(path)) {
            return Optional.empty();
        }
        return switch (web) {
            case WebSource.Packed source -> Optional.ofNullable(packed.computeIfAbsent(path, p -> read(source, p)));
            case WebSource.Folder source -> Optional.ofNullable(read(source, path));
        };
    }

    private static @Nullable Asset read(WebSource source, String path) {
        return new StyleSheets(source::read)
                .read(path)
                .map(bytes -> Asset.of(path, bytes))
                .orElse(null);
    }
}
