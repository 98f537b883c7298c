package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code /lib/NAME@VERSION/…}, or {@code /lib/NAME/…} for the version that there is: the libraries that pages use. */
final class Libraries implements RouteGroup {

    private final Map<String, Library> libraries;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    Libraries(Map<String, Library> libraries) {
        this.libraries = libraries;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        get(routes, "/lib/{name}/<path>", this::serve);
    }

    private void serve(Context ctx) {
        String name = ctx.pathParam("name");
        int at = name.indexOf('@');
        Library library = at < 0 ? libraries.get(name) : versioned(name.substring(0, at), name.substring(at + 1));
        asset(library, ctx.pathParam("path"))
                .orElseThrow(NotFoundResponse::new)
                .sendTo(ctx, at < 0 ? CachePolicy.REVALIDATE : CachePolicy.IMMUTABLE);
    }

    private @Nullable Library versioned(String name, String version) {
        Library library = libraries.get(name);
        return library != null && library.version().equals(version) ? library : null;
    }

    private Optional<Asset> asset(@Nullable Library library, String path) {
        if (library == null || !Asset.mayBe(path)) {
            return Optional.empty();
        }
        return Optional.ofNullable(read.computeIfAbsent(library.folder() + path, Libraries::read));
    }

    private static @Nullable Asset read(String name) {
        return ClassPath.read(name).map(bytes -> Asset.of(name, bytes)).orElse(null);
    }
}
