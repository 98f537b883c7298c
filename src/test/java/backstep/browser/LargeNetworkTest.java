package backstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An update of a large network is stepped through, and its numbers come when they are looked at. */
class LargeNetworkTest extends BrowserTest {

    /** Milliseconds for the first pass of a server that was just started. */
    private static final int PATIENCE = 60_000;

    @Test
    void anUpdateOfAConvolutionalNetworkShowsTheNumbersOfTheInterface() throws IOException {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url().replaceFirst(".*/", "")));
        NetworkPage network = new NetworkPage(page);
        openALightPage();
        String run = (String) page.evaluate(STEPPED, Files.readString(Path.of("docs/experiments/convolutional.json")));
        open("/network?run=" + run + "&update=2");
        assertThat(page.locator("bs-network-title"))
                .containsText("120–84–10", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        new NetworkSetup(page).choice("layer").check();
        assertThat(page)
                .hasURL(
                        Pattern.compile("run=" + run + "&update=2&g=layer$"),
                        new PageAssertions.HasURLOptions().setTimeout(PATIENCE));
        network.timeline().press("End");
        assertThat(page.locator("bs-formula-panel"))
                .containsText(
                        "Cost after the update", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        Locator frame = page.locator(".unit-frame");
        frame.evaluate("frame => frame.scrollTop = frame.scrollHeight");
        assertThat(network.cell("z.9.10@32").locator(".number"))
                .hasText(fixed("z.9@32", 9), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        Locator lens = network.matrix("vHat", 6);
        lens.scrollIntoViewIfNeeded();
        assertThat(lens.locator(".heat-readout .number"))
                .hasAttribute(
                        "title",
                        told("vHat.6", "value[0][0]"),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));
        assertEquals(List.of(), asked.stream().filter("trace"::equals).toList(), "questions for the whole trace");
    }

    private String fixed(String address, int at) {
        return NetworkPage.fixed(Double.valueOf(told(address, "value[" + at + "]")));
    }

    /** {@return a number as the interface has it, with all its digits} */
    private String told(String address, String place) {
        return (String) page.evaluate("""
                async ([address, place]) => {
                  const { player } = document.querySelector("bs-network-diagram");
                  const { experimentOf } = await import("/web/js/lib/network-document.js");
                  const body = JSON.stringify({ ...experimentOf(player.document), addresses: [address] });
                  const headers = { "content-type": "application/json" };
                  const answer = await fetch("/api/network/numbers", { method: "POST", headers, body });
                  const { value } = (await answer.json()).numbers[0];
                  return String(place.match(/\\d+/g).reduce((found, at) => found[Number(at)], value));
                }""", List.of(address, place));
    }

    private static final String STEPPED = """
            async (text) => {
              const headers = { "content-type": "application/json" };
              const experiment = { ...JSON.parse(text), start: "paused" };
              const begun = await fetch("/api/training/runs", { method: "POST", headers, body: JSON.stringify(experiment) });
              const { id } = await begun.json();
              await fetch(`/api/training/runs/${id}/step`, { method: "POST" });
              return id;
            }""";
}
