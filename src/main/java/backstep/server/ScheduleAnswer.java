package backstep.server;

import backstep.server.StepsAnswer.PhaseAnswer;
import backstep.story.Grain;
import backstep.story.PhaseSpan;
import backstep.story.network.Schedule;
import java.util.List;

/**
 * Where each number stands in the story of a network, as arithmetic: row i and column j of a block are complete at step
 * base + from + (i − 1)·stride + last + j·entry, where base is 0 for the first example and {@code after} all. The first example
 * tells of the batch too: for a later one, base is once + (e − 1)·perExample − behind.
 *
 * @param once how many steps tell of the batch, in the first example alone
 * @param example the phases of the first example
 */
public record ScheduleAnswer(
        Grain grain,
        int examples,
        int perExample,
        int once,
        int count,
        List<PhaseAnswer> example,
        List<PhaseAnswer> after,
        List<BlockAnswer> blocks) {

    /**
     * The numbers of one kind and layer.
     *
     * @param behind how many steps that tell of the batch come before it in the first example
     * @param rows how many rows are made one after another
     */
    public record BlockAnswer(
            String kind, int layer, int from, int behind, int stride, int last, int entry, boolean after, int rows) {}

    static ScheduleAnswer of(Schedule schedule) {
        return new ScheduleAnswer(
                schedule.grain(),
                schedule.examples(),
                schedule.perExample(),
                schedule.once(),
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
                block.behind(),
                block.stride(),
                block.last(),
                block.entry(),
                block.after(),
                block.rows());
    }
}
