package backstep.server;

import backstep.autodiff.Flag;
import backstep.server.StepsAnswer.PhaseAnswer;
import backstep.server.StepsAnswer.StepAnswer;
import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.Line;
import backstep.story.PhaseSpan;
import backstep.story.Step;
import backstep.story.Story;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a story as an answer. */
final class StepWriter {

    private StepWriter() {}

    static StepsAnswer write(Story story, int from, int count) {
        List<StepAnswer> steps =
                story.steps(from, count).stream().map(StepWriter::write).toList();
        return new StepsAnswer(
                story.size(), story.phases().stream().map(StepWriter::write).toList(), steps);
    }

    static PhaseAnswer write(PhaseSpan span) {
        return new PhaseAnswer(span.phase().spelling(), span.title(), span.from(), span.count());
    }

    private static StepAnswer write(Step step) {
        return new StepAnswer(
                step.index(),
                step.phase().spelling(),
                step.line().quantity().toString(),
                step.line().reads().stream().map(Address::toString).toList(),
                step.line().formula(),
                step.line().substituted(),
                step.line().number(),
                PanelAnswer.of(step.panel()),
                flag(step.line().flag()),
                reason(step.line().flag()));
    }

    static ExplainAnswer write(Explanation explanation) {
        Line line = explanation.line();
        return new ExplainAnswer(
                line.quantity().toString(),
                line.number(),
                explanation.step().orElseThrow(),
                explanation.title().math(),
                line.formula(),
                line.substituted(),
                explanation.result(),
                explanation.reads().stream().map(StepWriter::write).toList(),
                explanation.cut());
    }

    static @Nullable String flag(Optional<Flag> flag) {
        return flag.map(f -> f.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(null);
    }

    static @Nullable String reason(Optional<Flag> flag) {
        return flag.map(Flag::reason).orElse(null);
    }
}
