package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest extends ServerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/web/js/lib/format.js               | text/javascript;charset=utf-8",
                "/lib/katex/katex.mjs                | text/javascript;charset=utf-8",
                "/lib/katex/katex.min.css            | text/css;charset=utf-8",
                "/lib/katex/fonts/KaTeX_Main-Regular.woff2 | font/woff2",
                "/lib/lit/directives/style-map.js    | text/javascript;charset=utf-8",
                "/lib/reactive-element/css-tag.js    | text/javascript;charset=utf-8",
            })
    void fileHasItsMediaType(String path, String mediaType) {
        var answer = get(path);
        assertEquals(200, answer.statusCode());
        assertEquals(mediaType, header(answer, "Content-Type").replace("; ", ";"));
    }

    /** One imports others that import none. */
    @Test
    void aStyleSheetHasThoseThatItImportsInTheirPlace() throws IOException {
        Path folder = Path.of("web", "css");
        String expected = Files.readString(folder.resolve("network-page.css"));
        for (String name : List.of("instruments", "network-parts")) {
            expected = expected.replace(importOf(name), Files.readString(folder.resolve(name + ".css")));
        }
        for (String name : List.of(
                "setup",
                "network-setup",
                "network-editor",
                "layers",
                "table",
                "presenter",
                "graph",
                "graph-edges",
                "graph-nodes",
                "formula",
                "timeline",
                "explain",
                "derivatives",
                "network-diagram",
                "network-units",
                "edit-in-place",
                "unit-table",
                "wengert",
                "network",
                "matrices",
                "kernels")) {
            assertTrue(expected.contains(importOf(name)), name);
            expected = expected.replace(importOf(name), Files.readString(folder.resolve(name + ".css")));
        }
        assertEquals(expected, get("/web/css/network-page.css").body());
    }

    private static String importOf(String name) {
        return "@import \"" + name + ".css\";\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/../pom.xml",
                "/web/js/../../backstep/server/Server.class",
                "/web/%2e%2e/backstep/server/version.txt",
                "/web/..%2fbackstep%2fserver%2fversion.txt",
                "/web/js/..%5c..%5cbackstep/server/version.txt",
                "/web//etc/passwd.txt",
                "/web/./js/lib/format.js",
                "/web@/js/lib/format.js",
                "/web@000000000000/js/lib/format.js",
                "/web/js",
                "/web/js/",
                "/web/",
                "/web/templates/layout.html",
                "/web/.hidden.js",
                "/lib/katex/../../../../../backstep/server/version.txt",
                "/lib/katex/..%2f..%2f..%2f..%2f..%2fbackstep%2fserver%2fversion.txt",
                "/lib/%2e%2e/backstep/server/version.txt",
                "/lib/../web/js/lib/format.js",
                "/lib/katex",
                "/lib/katex/",
                "/lib/katex/fonts",
                "/lib/guava/META-INF/LICENSE.txt",
                "/lib/katex@0.0.1/katex.mjs",
                "/lib/katex@/katex.mjs",
                "/lib/@0.18.11/katex.mjs",
            })
    void nothingElseIsServed(String path) {
        String answer = raw(path);
        assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), answer);
    }

    @Test
    void versionedLibraryIsKeptForEver() {
        Library katex = Library.all().get("katex");
        assertEquals("public, max-age=31536000, immutable", header(get(katex.url() + "/katex.mjs"), "Cache-Control"));
    }

    @Test
    void whatAPageLoadsIsKeptForEver() {
        List<String> addresses = Pattern.compile("<(?:link|script)[^>]* (?:href|src)=\"([^\"]+)\"")
                .matcher(get("/playground").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertTrue(addresses.size() >= 10, addresses::toString);
        for (String address : addresses) {
            var answer = get(address);
            assertEquals(200, answer.statusCode(), address);
            assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/js/lib/format.js", "/lib/katex/katex.mjs", "/"})
    void whatIsNotVersionedIsAskedForAgain(String path) {
        assertEquals("no-cache", header(get(path), "Cache-Control"));
    }

    @Test
    void unchangedFileIsNotSentAgain() {
        String tag = header(get("/web/js/lib/format.js"), "ETag");
        var again = get("/web/js/lib/format.js", "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(
                200,
                get("/web/js/lib/format.js", "If-None-Match", "W/\"another\"").statusCode());
    }

    @Test
    void longAnswersAreCompressedWhereThatIsUnderstood() {
        assertEquals("gzip", header(get("/lib/katex/katex.mjs", "Accept-Encoding", "gzip"), "Content-Encoding"));
        assertEquals("", header(get("/lib/katex/katex.mjs"), "Content-Encoding"));
        assertEquals("", header(get("/lib/katex/katex.mjs", "Accept-Encoding", "gzip;q=0, br"), "Content-Encoding"));
    }

    @Test
    void bothFormsOfAFileAreTheSameFileAndHaveTagsOfTheirOwn() throws IOException, InterruptedException {
        var plain = get("/web/js/lib/format.js");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var compressed = client.send(
                    request("/web/js/lib/format.js", "Accept-Encoding", "br, gzip")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertEquals(
                    plain.body(),
                    new String(new GZIPInputStream(compressed.body()).readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("Accept-Encoding", header(compressed, "Vary"));
            assertNotEquals(header(plain, "ETag"), header(compressed, "ETag"));
        }
    }

    @Test
    void whatIsCompressedAlreadyIsSentAsItIs() {
        var font = get("/lib/katex/fonts/KaTeX_Main-Regular.woff2", "Accept-Encoding", "gzip");
        assertEquals("", header(font, "Content-Encoding"));
    }

    @Test
    void folderOnDiskShowsAChangeAtOnce(@TempDir Path web) throws IOException, InterruptedException {
        Files.createDirectories(web.resolve("templates"));
        Path script = Files.writeString(web.resolve("page.js"), "1");
        Path template = Files.writeString(web.resolve("templates/home.html"), "<p>one</p>");
        try (Server server = Server.start(new ServerOptions("127.0.0.1", 0, new WebSource.Folder(web)));
                HttpClient client = HttpClient.newHttpClient()) {
            assertEquals("1", body(client, server.url().resolve("/web/page.js")));
            assertEquals("<p>one</p>", body(client, server.url()));
            assertEquals("no-cache", cacheControl(client, server.url().resolve("/web/page.js")));
            Files.writeString(script, "2");
            Files.writeString(template, "<p>two</p>");
            assertEquals("2", body(client, server.url().resolve("/web/page.js")));
            assertEquals("<p>two</p>", body(client, server.url()));
        }
    }

    private static String cacheControl(HttpClient client, URI address) throws IOException, InterruptedException {
        return header(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()), "Cache-Control");
    }

    private static String body(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
