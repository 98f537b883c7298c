package backstep.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * The pages, each a template of {@code web/templates/}. A template is given {@code title}, {@code path}, {@code version}, the
 * text of the {@code importMap}, the address {@code web} of our own files, and in {@code libraries} the folder of each library by
 * name; error.html also the {@code status} and the {@code detail}.
 */
final class Pages implements RouteGroup {

    private record Page(String path, String template, String title) {}

    private static final List<Page> PAGES = List.of(
            new Page("/", "home", "Backstep"),
            new Page("/autodiff", "autodiff", "Autodiff"),
            new Page("/embed/autodiff", "embed-autodiff", "Autodiff"),
            new Page("/network", "network", "Network"),
            new Page("/embed/network", "embed-network", "Network"),
            new Page("/playground", "playground", "Playground"),
            new Page("/docs/api", "api", "API"));

    private final TemplateEngine templates = new TemplateEngine();
    private final Map<String, Object> shared;

    Pages(WebSource source, String web, Map<String, Library> libraries, ImportMap importMap) {
        templates.setTemplateResolver(resolver(source));
        Map<String, String> folders = new HashMap<>();
        libraries.forEach((name, library) -> folders.put(name, library.url()));
        shared = Map.of("web", web, "libraries", folders, "importMap", importMap.text(), "version", Version.current());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        PAGES.forEach(page -> get(routes, page.path(), ctx -> show(ctx, page)));
        // Browsers ask for it where an answer is no page that could name another icon.
        get(routes, "/favicon.ico", ctx -> ctx.redirect("/web/icon.svg"));
    }

    /** Answers with the page that says what went wrong. */
    void showProblem(Context ctx, Problem problem) {
        render(ctx, "error", Map.of("title", problem.title(), "status", problem.status(), "detail", problem.detail()));
    }

    private void show(Context ctx, Page page) {
        ctx.header("Cache-Control", CachePolicy.REVALIDATE.header());
        render(ctx, page.template(), Map.of("title", page.title()));
    }

    private void render(Context ctx, String template, Map<String, Object> model) {
        Map<String, Object> variables = new HashMap<>(shared);
        variables.put("path", ctx.path());
        variables.putAll(model);
        var exchange = JakartaServletWebApplication.buildApplication(ctx.req().getServletContext())
                .buildExchange(ctx.req(), ctx.res());
        ctx.contentType("text/html; charset=utf-8")
                .result(templates.process(template, new WebContext(exchange, Locale.ENGLISH, variables)));
    }

    private static AbstractConfigurableTemplateResolver resolver(WebSource web) {
        AbstractConfigurableTemplateResolver resolver = switch (web) {
            case WebSource.Packed _ -> {
                var packed = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
                packed.setPrefix("web/templates/");
                yield packed;
            }
            case WebSource.Folder folder -> {
                var onDisk = new FileTemplateResolver();
                onDisk.setPrefix(folder.root().resolve("templates") + "/");
                onDisk.setCacheable(false);
                yield onDisk;
            }
        };
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
