package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmbedTest extends BrowserTest {

    @Test
    void theInstrumentsStandWithoutThePageAroundThem() {
        open("/embed/autodiff?s=15");
        assertThat(new AutodiffPage(page).graph()).isVisible();
        assertThat(page.getByText("Second path into").first()).isVisible();
        assertThat(page.getByRole(AriaRole.BANNER)).hasCount(0);
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(0);
    }

    @Test
    void theAddressSaysWhatIsShown() {
        open("/embed/autodiff?show=tables,timeline");
        assertThat(new AutodiffPage(page).graph()).isHidden();
        assertThat(new AutodiffPage(page).primalTrace()).containsText("2.000");
    }

    @Test
    void aLinkLeadsToTheSameMomentOnTheWholePage() {
        open("/embed/autodiff?e=x1*x2&x=3,4&s=2");
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open in Backstep"));
        assertThat(link).hasAttribute("href", Pattern.compile("^/autodiff\\?e=x1\\*x2&x=3,4&s=2$"));
        page.keyboard().press("ArrowRight");
        assertThat(link).hasAttribute("href", Pattern.compile("s=3$"));
    }
}
