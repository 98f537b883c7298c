package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShareTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        autodiff = new AutodiffPage(page);
        open("/autodiff?s=15");
        assertThat(autodiff.input("x1")).hasValue("2");
    }

    @Test
    void theLinkOpensTheSameMoment() {
        autodiff.input("x1").fill("3");
        assertThat(page).hasURL(Pattern.compile("x=3,5"));
        autodiff.button("Share").click();
        autodiff.button("Copy link").click();
        assertThat(autodiff.section("Share")).containsText("Copied.");

        Page other = context().newPage();
        other.navigate((String) page.evaluate("navigator.clipboard.readText()"));
        assertThat(new AutodiffPage(other).input("x1")).hasValue("3");
        assertThat(new AutodiffPage(other).timeline()).hasAttribute("aria-valuenow", "15");
    }

    @Test
    void theCodeEmbedsTheSameMoment() {
        autodiff.button("Share").click();
        assertThat(page.getByLabel("Code to embed it"))
                .hasValue(Pattern.compile(
                        "<iframe src=\"http://[^\"]*/embed/autodiff\\?[^\"]*s=15\" title=\"[^\"]+\".*></iframe>"));
        autodiff.button("Copy code").click();
        assertEquals(page.getByLabel("Code to embed it").inputValue(), page.evaluate("navigator.clipboard.readText()"));
    }
}
