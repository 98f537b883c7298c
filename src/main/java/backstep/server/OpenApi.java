package backstep.server;

import io.javalin.config.RoutesConfig;

/** {@code /openapi}: what the interface takes and gives, for programs. A test holds the document against real answers. */
final class OpenApi implements RouteGroup {

    private static final String DOCUMENT = "backstep/server/openapi.json";

    @Override
    public void addTo(RoutesConfig routes) {
        Asset document = Asset.of(DOCUMENT, ClassPath.read(DOCUMENT).orElseThrow());
        get(routes, "/openapi", ctx -> document.sendTo(ctx, CachePolicy.REVALIDATE));
    }
}
