package backstep.server;

import backstep.server.NetworkStepsAnswer.NetworkStepAnswer;
import backstep.server.NetworkStepsAnswer.ShapeAnswer;
import backstep.story.Address;
import backstep.story.Explanation;
import backstep.story.Line;
import backstep.story.Step;
import backstep.story.Story;
import backstep.story.Value;
import backstep.story.network.Derivation;
import backstep.story.network.NetworkStory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the story of a network as an answer.
 *
 * @param most how many numbers the value of a step may have; of one with more its shape is told
 */
record NetworkStepWriter(int most) {

    NetworkStepsAnswer write(NetworkStory story, int from, int count) {
        return new NetworkStepsAnswer(story.size(), ScheduleAnswer.of(story.schedule()), steps(story, from, count));
    }

    NetworkStepsAnswer write(Derivation story, int from, int count) {
        return new NetworkStepsAnswer(story.size(), null, steps(story, from, count));
    }

    private List<NetworkStepAnswer> steps(Story story, int from, int count) {
        return story.steps(from, count).stream().map(this::write).toList();
    }

    private NetworkStepAnswer write(Step step) {
        Line line = step.line();
        return new NetworkStepAnswer(
                step.index(),
                step.phase().spelling(),
                line.quantity().toString(),
                line.symbol(),
                line.reads().stream().map(Address::toString).toList(),
                line.formula(),
                line.substituted(),
                bounded(line.value()),
                PanelAnswer.of(step.panel()),
                step.example().isPresent() ? step.example().getAsInt() : null,
                step.partial() ? Boolean.TRUE : null,
                StepWriter.flag(line.flag()),
                StepWriter.reason(line.flag()));
    }

    private Object bounded(Value value) {
        return value.size() > most ? new ShapeAnswer(shape(value)) : value(value);
    }

    private static List<Integer> shape(Value value) {
        return switch (value) {
            case Value.Scalar _ -> List.of();
            case Value.Vector(var entries) -> List.of(entries.size());
            case Value.Grid(var matrix) -> List.of(matrix.rows(), matrix.columns());
        };
    }

    static Object value(Value value) {
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
