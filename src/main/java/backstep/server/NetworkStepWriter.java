package backstep.server;

import backstep.server.NetworkStepsAnswer.NetworkStepAnswer;
import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.Line;
import backstep.story.Panel;
import backstep.story.Step;
import backstep.story.Story;
import backstep.story.Value;
import backstep.story.network.Derivation;
import backstep.story.network.NetworkStory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the story of a network as an answer. */
final class NetworkStepWriter {

    private NetworkStepWriter() {}

    static NetworkStepsAnswer write(NetworkStory story, int from, int count) {
        return new NetworkStepsAnswer(story.size(), ScheduleAnswer.of(story.schedule()), steps(story, from, count));
    }

    static NetworkStepsAnswer write(Derivation story, int from, int count) {
        return new NetworkStepsAnswer(story.size(), null, steps(story, from, count));
    }

    private static List<NetworkStepAnswer> steps(Story story, int from, int count) {
        return story.steps(from, count).stream().map(NetworkStepWriter::write).toList();
    }

    private static NetworkStepAnswer write(Step step) {
        Line line = step.line();
        Panel panel = step.panel();
        return new NetworkStepAnswer(
                step.index(),
                step.phase().spelling(),
                line.quantity().toString(),
                line.symbol(),
                line.reads().stream().map(Address::toString).toList(),
                line.formula(),
                line.substituted(),
                value(line.value()),
                panel.why().plain(),
                panel.why().math(),
                panel.brief().plain(),
                panel.brief().math(),
                panel.title().math(),
                panel.rule(),
                panel.here().orElse(null),
                panel.numbers(),
                panel.result(),
                panel.speech() + " " + panel.why().spoken(),
                step.example().isPresent() ? step.example().getAsInt() : null,
                step.partial() ? Boolean.TRUE : null,
                StepWriter.flag(line.flag()),
                StepWriter.reason(line.flag()));
    }

    private static Object value(Value value) {
        return switch (value) {
            case Value.Scalar(double number) -> number;
            case Value.Vector(var entries) -> entries;
            case Value.Grid(var matrix) -> matrix.toRows();
        };
    }

    static NetworkExplainAnswer write(Explanation explanation) {
        Line line = explanation.line();
        return new NetworkExplainAnswer(
                line.quantity().toString(),
                value(line.value()),
                step(explanation),
                explanation.title().math(),
                line.formula(),
                line.substituted(),
                explanation.result(),
                explanation.reads().stream().map(NetworkStepWriter::write).toList(),
                explanation.cut());
    }

    private static @Nullable Integer step(Explanation explanation) {
        return explanation.step().isPresent() ? explanation.step().getAsInt() : null;
    }
}
