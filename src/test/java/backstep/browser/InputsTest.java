package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputsTest extends BrowserTest {

    private AutodiffPage autodiff;

    @BeforeEach
    void openTheOpeningExample() {
        autodiff = new AutodiffPage(page);
        open("/autodiff?s=16");
        assertThat(autodiff.primalTrace()).containsText("11.652");
    }

    @Test
    void anExactValueIsComputedAndStandsInTheLink() {
        autodiff.input("x1").fill("1e-3");
        assertThat(autodiff.primalTrace()).containsText("−6.908");
        assertThat(page).hasURL(Pattern.compile("x=0\\.001,5"));
    }

    @Test
    void aTextThatIsNoNumberSaysSoAndLeavesTheLastValue() {
        autodiff.input("x1").fill("two");
        assertThat(page.getByText("“two” is no number; x1 is still 2.")).isVisible();
        assertThat(autodiff.input("x1")).hasAttribute("aria-invalid", "true");
        assertThat(autodiff.primalTrace()).containsText("11.652");
        page.keyboard().press("Escape");
        assertThat(autodiff.input("x1")).hasValue("2");
        assertThat(autodiff.input("x1")).hasAttribute("aria-invalid", "false");
    }

    @Test
    void theArrowsMoveAValueByATenthAndWithShiftByOne() {
        autodiff.input("x1").focus();
        page.keyboard().press("ArrowUp");
        assertThat(autodiff.input("x1")).hasValue("2.1");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(autodiff.input("x1")).hasValue("1.1");
        assertThat(autodiff.primalTrace()).containsText("1.100");
    }

    @Test
    void aSliderOpensBelowTheFieldThatIsEdited() {
        assertThat(autodiff.slider("x2")).hasCount(0);
        autodiff.input("x2").click();
        autodiff.slider("x2").fill("-3");
        assertThat(autodiff.input("x2")).hasValue("−3");
        assertThat(autodiff.primalTrace()).containsText("−6.000");
        autodiff.expression().click();
        assertThat(autodiff.slider("x2")).hasCount(0);
    }

    @Test
    void sixtyFourVariablesStayInTheirOwnFrame() {
        String sum = IntStream.rangeClosed(1, 64).mapToObj(i -> "x" + i).collect(Collectors.joining(" + "));
        autodiff.expression().fill("y = " + sum);
        assertThat(autodiff.input("x64")).hasValue("1", new LocatorAssertions.HasValueOptions().setTimeout(20_000));
        Widths.assertNothingScrollsSideways(page);
    }
}
