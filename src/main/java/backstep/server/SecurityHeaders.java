package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/**
 * What a browser is told on every answer: load from here alone, run no inline script or style but the import map, and let
 * nobody put a page into a frame, except those below {@code /embed/}, which are made for it.
 */
final class SecurityHeaders implements RouteGroup {

    private final String policy;

    SecurityHeaders(ImportMap importMap) {
        policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + importMap.source(),
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html",
                "frame-ancestors ");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::set);
    }

    private void set(Context ctx) {
        boolean embeddable = ctx.path().startsWith("/embed/");
        ctx.header("Content-Security-Policy", policy + (embeddable ? "*" : "'none'"));
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "strict-origin-when-cross-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
