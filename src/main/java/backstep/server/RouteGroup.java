package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Routes that belong together. */
interface RouteGroup {

    void addTo(RoutesConfig routes);

    /** Answers GET, and HEAD with the same status and headers. */
    default void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
