package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiReferenceTest extends BrowserTest {

    @Test
    void everyAddressOfTheDescriptionHasASection() {
        open("/docs/api");
        assertThat(heading("POST /api/autodiff/trace")).isVisible();
        List<?> paths = (List<?>)
                page.evaluate("fetch('/openapi').then(r => r.json()).then(api => Object.entries(api.paths).flatMap("
                        + "([path, item]) => Object.keys(item).map(method => method.toUpperCase() + ' ' + path)))");
        for (Object path : paths) {
            assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Addresses"))
                            .getByRole(
                                    AriaRole.LINK,
                                    new Locator.GetByRoleOptions()
                                            .setName(path.toString())
                                            .setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void aSectionTellsTheFieldsOfItsRequest() {
        open("/docs/api");
        Locator fields = page.locator("section", new Page.LocatorOptions().setHas(heading("POST /api/autodiff/trace")))
                .getByRole(AriaRole.TABLE)
                .first();
        assertThat(fields.getByRole(AriaRole.ROWHEADER).first()).hasText("expression");
    }

    @Test
    void aMistakeIsFoundWhereItsTypeLinksTo() {
        open("/docs/api#invalid-request");
        assertThat(heading("400 Invalid request")).isInViewport();
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
