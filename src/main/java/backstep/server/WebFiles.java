package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code /web/…}: style sheets, modules, fonts and pictures of our own. */
final class WebFiles implements RouteGroup {

    private final WebSource web;
    private final Map<String, Asset> packed = new ConcurrentHashMap<>();

    WebFiles(WebSource web) {
        this.web = web;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "/web/<path>", this::serve);
    }

    private void serve(Context ctx) {
        String path = ctx.pathParam("path");
        asset(path).orElseThrow(NotFoundResponse::new).sendTo(ctx, CachePolicy.REVALIDATE);
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
        return source.read(path).map(bytes -> Asset.of(path, bytes)).orElse(null);
    }
}
