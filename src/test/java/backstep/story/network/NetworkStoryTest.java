package backstep.story.network;

import backstep.story.Grain;
import backstep.story.Step;
import backstep.story.UnicodeFormula;
import org.junit.jupiter.api.Test;

class NetworkStoryTest {
    @Test
    void dump() {
        for (Grain grain : Grain.values()) {
            NetworkStory story = Given.story(Given.threeThreeOne(), grain);
            System.out.println("== " + grain + " " + story.schedule().perExample() + " " + story.size());
            for (Step s : story.steps(0, story.size())) {
                if (s.index() < story.schedule().perExample()
                        || s.index() >= 4 * story.schedule().perExample()) {
                    System.out.println(s.index() + " " + s.phase() + " "
                            + s.line().quantity() + " " + s.partial() + " | "
                            + s.panel().title().plain() + " | " + s.panel().rule() + " | "
                            + UnicodeFormula.of(s.line().formula()) + " | "
                            + UnicodeFormula.of(s.line().substituted()) + " | "
                            + s.panel().numbers() + " | " + s.panel().result() + " | "
                            + s.panel().why().plain() + " | " + s.panel().speech() + " | "
                            + s.line().reads() + s.line().flag());
                }
            }
        }
    }
}
