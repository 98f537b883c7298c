package backstep.server;

import backstep.expression.ExpressionException;
import backstep.linalg.jcuda.GpuException;
import backstep.network.InvalidNetwork;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns exceptions into answers: problem+json, or a page for somebody who asked for a page. */
final class Problems implements RouteGroup {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Pattern FOR_PROGRAMS = Pattern.compile("/(api|web|lib)/.*|/health|/openapi");

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(Exception.class, this::unexpected);
        routes.exception(InvalidRequest.class, (e, ctx) -> answer(ctx, invalid(e)));
        routes.exception(ExpressionException.class, (e, ctx) -> answer(ctx, invalid(e)));
        routes.exception(InvalidNetwork.class, (e, ctx) -> answer(ctx, invalid(e)));
        routes.exception(GpuException.class, (e, ctx) -> answer(ctx, unavailable(e)));
        routes.exception(NoSuchRun.class, (e, ctx) -> answer(ctx, missing(e)));
        routes.exception(NoSuchSweep.class, (e, ctx) -> answer(ctx, missing(e)));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, refused(ctx, e)));
    }

    /** Who broke off the connection is told nothing, and did nothing wrong. */
    private void unexpected(Exception e, Context ctx) {
        if (isBrokenOff(e)) {
            LOG.debug("{} was broken off", ctx.path());
        } else {
            answer(ctx, failed(e));
        }
    }

    /** {@return whether the other side went away while it was written to or read from} */
    private static boolean isBrokenOff(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(EofException.class::isInstance);
    }

    /** Answers where no handler can, after an error of the virtual machine. It never throws: it would be asked again for ever. */
    static void failed(HttpServletResponse response, Error error) {
        try {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(Json.write(failed(error)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException | Error e) {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
        }
    }

    /** {@return what is said when the program itself is to blame; the reason goes to the log alone} */
    private static Problem failed(Throwable cause) {
        LOG.error("a request failed", cause);
        return Problem.of(500, "Internal server error", "Something failed here; it is not your mistake.");
    }

    static Problem invalid(InvalidRequest e) {
        return new Problem("/docs/api#invalid-request", "Invalid request", 400, e.detail(), e.pointer(), null, null);
    }

    private static Problem invalid(InvalidNetwork e) {
        return invalid(new InvalidRequest("/" + e.place(), String.valueOf(e.getMessage())));
    }

    private static Problem invalid(ExpressionException e) {
        return new Problem(
                "/docs/api#invalid-expression",
                "Invalid expression",
                400,
                String.valueOf(e.getMessage()),
                "/expression",
                e.position(),
                e.length());
    }

    private static Problem unavailable(GpuException e) {
        LOG.error("the GPU failed a request", e);
        return Problem.of(503, "Service Unavailable", e.getMessage() + ".");
    }

    private static Problem missing(RuntimeException e) {
        return Problem.of(404, HttpStatus.NOT_FOUND.getMessage(), String.valueOf(e.getMessage()));
    }

    private static Problem refused(Context ctx, HttpResponseException e) {
        String title = HttpStatus.forStatus(e.getStatus()).getMessage();
        return Problem.of(e.getStatus(), title, detail(ctx, e, title));
    }

    private static String detail(Context ctx, HttpResponseException e, String title) {
        return switch (e.getStatus()) {
            case 404 -> "There is nothing at " + ctx.path() + ".";
            case 405 -> {
                String allowed = String.join(", ", e.getDetails().values());
                ctx.header("Allow", allowed);
                yield ctx.path() + " answers " + allowed + ", not " + ctx.method() + ".";
            }
            default -> e.getMessage() == null ? title : e.getMessage();
        };
    }

    private void answer(Context ctx, Problem problem) {
        ctx.status(problem.status()).header("Cache-Control", CachePolicy.NO_STORE.header());
        if (asksForPage(ctx)) {
            pages.showProblem(ctx, problem);
        } else {
            ctx.contentType(Problem.MEDIA_TYPE).result(Json.write(problem).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean asksForPage(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null
                && accept.contains("text/html")
                && !FOR_PROGRAMS.matcher(ctx.path()).matches();
    }
}
