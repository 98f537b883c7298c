package backstep.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the bare names in our modules' imports stand for. It is the one inline script of a page, so the policy of
 * {@link SecurityHeaders} allows exactly this text, by its hash.
 */
record ImportMap(String text) {

    /** @param web the address of our own files, which names their state */
    static ImportMap of(Map<String, Library> libraries, String web) {
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put("katex", url(libraries, "katex") + "/katex.mjs");
        imports.put("lit", url(libraries, "lit") + "/index.js");
        imports.put("lit/", url(libraries, "lit") + "/");
        imports.put("lit-html", url(libraries, "lit-html") + "/lit-html.js");
        imports.put("lit-html/", url(libraries, "lit-html") + "/");
        imports.put("lit-element/", url(libraries, "lit-element") + "/");
        imports.put("@lit/reactive-element", url(libraries, "reactive-element") + "/reactive-element.js");
        imports.put("@lit/reactive-element/", url(libraries, "reactive-element") + "/");
        if (!web.equals(WebFiles.PLAIN)) {
            imports.put(WebFiles.PLAIN + "/", web + "/");
        }
        return new ImportMap(Json.write(Map.of("imports", imports)));
    }

    /** {@return the source expression that allows this text in a script-src} */
    String source() {
        return "'sha256-" + Hash.of(text.getBytes(StandardCharsets.UTF_8)).base64() + "'";
    }

    private static String url(Map<String, Library> libraries, String name) {
        Library library = libraries.get(name);
        if (library == null) {
            throw new IllegalStateException("libraries.properties: no " + name);
        }
        return library.url();
    }
}
