package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/autodiff", "/embed/autodiff", "/playground", "/docs/api"})
    void everyPageHasOneMainHeading(String path) {
        open(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
    }

    @Test
    void missingPageSaysSoAndLeadsOn() {
        expectStatus(404);
        open("/nowhere");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("There is nothing at /nowhere.");
        assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK)).not().hasCount(0);
    }

    @Test
    void everyBareImportOfTheMapLoadsUnderThePolicy() {
        open("/");
        Object loaded = page.evaluate("""
                async () => {
                  const [katex, lit, styleMap, html, element, reactive] = await Promise.all([
                    import("katex"), import("lit"), import("lit/directives/style-map.js"),
                    import("lit-html"), import("lit-element/lit-element.js"), import("@lit/reactive-element")]);
                  return [katex.default.render, lit.LitElement, styleMap.styleMap, html.render,
                    element.LitElement, reactive.ReactiveElement].map(thing => typeof thing).join();
                }""");
        assertEquals("function,function,function,function,function,function", loaded);
    }
}
