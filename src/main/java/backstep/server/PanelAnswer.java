package backstep.server;

import backstep.story.Panel;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of a step.
 *
 * @param why one sentence as plain text
 * @param whyMath the same with its symbols as inline mathematics
 * @param shortWhy the same for a narrow page
 * @param rule the general rule, as LaTeX
 * @param here what the rule becomes at this operation
 * @param speech the formula and its numbers as they are read aloud
 */
public record PanelAnswer(
        String why,
        String whyMath,
        String shortWhy,
        String shortWhyMath,
        String title,
        String rule,
        @Nullable String here,
        String numbers,
        String result,
        String speech) {

    static PanelAnswer of(Panel panel) {
        return new PanelAnswer(
                panel.why().plain(),
                panel.why().math(),
                panel.brief().plain(),
                panel.brief().math(),
                panel.title().math(),
                panel.rule(),
                panel.here().orElse(null),
                panel.numbers(),
                panel.result(),
                panel.speech() + " " + panel.why().spoken());
    }
}
