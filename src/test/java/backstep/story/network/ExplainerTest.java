package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.Grain;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

    private static Explanation explained(Grain grain, String address, int depth) {
        NetworkStory story = Given.story(Given.threeThreeOne(), grain);
        return story.explain(Address.parse(address), story.size() - 1, depth);
    }

    private static Stream<Explanation> all(Explanation explanation) {
        return Stream.concat(
                Stream.of(explanation), explanation.reads().stream().flatMap(ExplainerTest::all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delta.2.2@1", "a.3.1@2", "Delta.1.2.1", "D.1.2.1", "Theta.1.2.1~1"})
    void anExplanationGoesBackToWhatIsGiven(String address) {
        Explanation explanation = explained(Grain.UNIT, address, 9);
        assertTrue(all(explanation).noneMatch(Explanation::cut));
        assertTrue(all(explanation)
                .filter(leaf -> leaf.reads().isEmpty())
                .allMatch(leaf -> leaf.step().isEmpty()
                        && leaf.line().quantity().toString().matches("(a\\.1|y|Theta).*")));
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void theStepIsThatOfTheGrainThatIsAskedFor(Grain grain) {
        NetworkStory story = Given.story(Given.threeThreeOne(), grain);
        Explanation explanation = explained(grain, "delta.2.2@1", 1);
        assertEquals(story.writer(Address.parse("delta.2.2@1"), 999), explanation.step());
        assertEquals(OptionalInt.empty(), explanation.reads().getFirst().step());
        assertEquals(0.101, explanation.line().number(), 5e-4);
        assertEquals("Blame for hidden unit 2", explanation.title().plain());
    }

    @Test
    void aGivenNumberHasNoStep() {
        assertEquals(OptionalInt.empty(), explained(Grain.UNIT, "a.1.2@1", 3).step());
        assertFalse(explained(Grain.UNIT, "Theta.1.2.0", 3).cut());
    }

    @Test
    void aSumOverExamplesIsToldAtOnce() {
        Explanation explanation = explained(Grain.UNIT, "Delta.1.2.1@4", 1);
        assertEquals(8, explanation.reads().size());
        assertEquals(
                "delta.2.2@1", explanation.reads().getFirst().line().quantity().toString());
    }

    @Test
    void aNumberThatIsNotMadeYetCannotBeExplained() {
        NetworkStory story = Given.story(Given.threeThreeOne(), Grain.UNIT);
        Address delta = Address.parse("delta.2.2@1");
        IllegalArgumentException early =
                assertThrows(IllegalArgumentException.class, () -> story.explain(delta, 10, 1));
        assertEquals("delta.2.2@1 is not computed yet at step 11", early.getMessage());
        assertThrows(IllegalArgumentException.class, () -> story.explain(Address.parse("v.1"), 10, 1));
    }
}
