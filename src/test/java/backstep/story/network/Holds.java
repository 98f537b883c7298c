package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.Step;
import backstep.story.UnicodeFormula;
import java.util.List;
import java.util.OptionalInt;

/** What every step of a story has to keep. */
final class Holds {

    private Holds() {}

    static void everyStep(NetworkStory story) {
        for (Step step : story.steps(0, story.size())) {
            requireWords(step);
            requireFormulas(step);
            requireKnown(story, step);
            requireRecorded(story, step);
        }
    }

    private static void requireWords(Step step) {
        String why = step.panel().why().plain();
        assertTrue(why.split(" ").length <= 25 && why.endsWith("."), why);
        assertFalse(why.contains("{}") || step.panel().title().plain().isEmpty(), why);
    }

    private static void requireFormulas(Step step) {
        for (String latex : List.of(
                step.line().formula(),
                step.line().substituted(),
                step.panel().numbers(),
                step.panel().rule(),
                step.panel().result())) {
            assertEquals(
                    0, latex.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum(), latex);
            assertEquals(
                    latex.split("\\\\left").length,
                    latex.split("\\\\right").length + latex.split("\\\\leftarrow").length - 1,
                    latex);
        }
        assertFalse(UnicodeFormula.of(step.line().formula()).isEmpty());
        assertFalse(UnicodeFormula.of(step.line().substituted()).isEmpty());
    }

    private static void requireKnown(NetworkStory story, Step step) {
        for (Address read : step.line().reads()) {
            OptionalInt made = story.schedule().step((NetworkAddress) read);
            assertTrue(
                    made.isEmpty() || made.getAsInt() < step.index(),
                    step.line().quantity() + " reads " + read);
        }
    }

    private static void requireRecorded(NetworkStory story, Step step) {
        if (!step.partial()) {
            assertEquals(
                    story.value((NetworkAddress) step.line().quantity()),
                    step.line().value());
        }
    }
}
