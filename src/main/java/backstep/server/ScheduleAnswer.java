package backstep.server;

import backstep.server.StepsAnswer.PhaseAnswer;
import backstep.story.Grain;
import backstep.story.PhaseSpan;
import backstep.story.network.Schedule;
import java.util.List;

/**
 * Where each number stands in the story of a network, as arithmetic: row i and column j of a block are complete at step
 * base + from + (i − 1)·stride + last + j·entry, where base is (e − 1)·perExample for example e, and 0 {@code after} all.
 */
public record ScheduleAnswer(
        Grain grain,
        int examples,
        int perExample,
        int count,
        List<PhaseAnswer> example,
        List<PhaseAnswer> after,
        List<BlockAnswer> blocks) {

    /**
     * The numbers of one kind and layer.
     *
     * @param rows how many rows are made one after another
     */
    public record BlockAnswer(
            String kind, int layer, int from, int stride, int last, int entry, boolean after, int rows) {}

    static ScheduleAnswer of(Schedule schedule) {
        return new ScheduleAnswer(
                schedule.grain(),
                schedule.examples(),
                schedule.perExample(),
                schedule.count(),
                spans(schedule.example()),
                spans(schedule.after()),
                schedule.blocks().stream().map(ScheduleAnswer::block).toList());
    }

    private static List<PhaseAnswer> spans(List<PhaseSpan> spans) {
        return spans.stream().map(StepWriter::write).toList();
    }

    private static BlockAnswer block(Schedule.Block block) {
        return new BlockAnswer(
                block.kind().spelling(),
                block.layer(),
                block.from(),
                block.stride(),
                block.last(),
                block.entry(),
                block.after(),
                block.rows());
    }
}
