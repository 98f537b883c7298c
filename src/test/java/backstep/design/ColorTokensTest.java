package backstep.design;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.design.ColorTokens.Color;
import backstep.design.ColorTokens.Theme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorTokensTest {

    private static final double FOR_TEXT = 4.5;
    private static final double FOR_STROKES = 3;

    private static final List<String> GROUNDS = List.of("paper", "wash");
    private static final List<String> TEXTS =
            List.of("ink", "ink2", "ink3", "link", "pos", "neg", "fwd", "bwd", "ok", "err");

    private final ColorTokens tokens = ColorTokens.read();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paper,      #FCFBF7, #14161A",
        "wash,       #F3F1EA, #1D2026",
        "ink,        #1A1C20, #ECEAE3",
        "ink2,       #4A4E57, #BAB8B0",
        "ink3,       #666A73, #969489",
        "link,       #1A1C20, #ECEAE3",
        "rule,       #D9D5CA, #33363D",
        "ruleStrong, #8A877D, #777A82",
        "pos,        #1B5FAA, #7DB5F5",
        "neg,        #A84A06, #F2A05A",
        "fwd,        #007780, #8BEBDA",
        "bwd,        #7D0A48, #E55FB5",
        "fwdWash,    #E3F1EF, #12302F",
        "bwdWash,    #F8E6EF, #3A1A2C",
        "layerA,     #4A0429, #F7C4E3",
        "layerB,     #7D0A48, #E55FB5",
        "layerC,     #B5578E, #B5578E",
        "now,        #FFDF6B, #FFD54A",
        "nowInk,     #1A1C20, #14161A",
        "nowEdge,    #8A6A00, #FFD54A",
        "fwdOnNow,   #00545A, #00545A",
        "bwdOnNow,   #7D0A48, #7D0A48",
        "ok,         #2F6B1E, #8FCB78",
        "err,        #A31515, #FF8F85",
    })
    void everyColourIsTheSpecifiedOne(String name, String light, String dark) {
        assertEquals(Color.of(light), tokens.of(Theme.LIGHT).get(name), name + " in the light theme");
        assertEquals(Color.of(dark), tokens.of(Theme.DARK).get(name), name + " in the dark theme");
    }

    @Test
    void noColourStandsOutsideTheSpecification() {
        assertEquals(24, tokens.of(Theme.LIGHT).size());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadOnPaperAndWash(Theme theme) {
        assertContrast(theme, TEXTS, GROUNDS, FOR_TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void everyMeaningfulStrokeIsSeenOnPaperAndWash(Theme theme) {
        assertContrast(
                theme,
                List.of("ruleStrong", "fwd", "bwd", "pos", "neg", "ink", "layerA", "layerB", "layerC"),
                GROUNDS,
                FOR_STROKES);
    }

    @ParameterizedTest
    @EnumSource
    void everyTextOnTheHighlightCanBeRead(Theme theme) {
        assertContrast(theme, List.of("nowInk", "fwdOnNow", "bwdOnNow"), List.of("now"), FOR_TEXT);
    }

    @Test
    void onLightPaperTheHighlightHasAnEdgeThatIsSeen() {
        assertContrast(Theme.LIGHT, List.of("nowEdge"), List.of("now", "paper"), FOR_STROKES);
        assertContrast(Theme.DARK, List.of("now"), List.of("paper"), FOR_STROKES);
    }

    private void assertContrast(Theme theme, List<String> strokes, List<String> grounds, double least) {
        Map<String, Color> colors = tokens.of(theme);
        assertAll(strokes.stream()
                .flatMap(stroke -> grounds.stream().map(ground -> () -> {
                    double contrast = colors.get(stroke).contrastWith(colors.get(ground));
                    assertTrue(
                            contrast >= least,
                            "%s on %s: %.2f, must be %.1f".formatted(stroke, ground, contrast, least));
                })));
    }
}
