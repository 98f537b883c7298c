package backstep.training.speed;

import backstep.training.Plan;
import backstep.training.Trainer;

/**
 * How much work something is.
 *
 * @param operations how many operations of an engine, each of which costs some time however small its matrices are
 * @param flops how many additions, multiplications and function values they take together; what is only moved counts as one each
 */
public record Work(long operations, long flops) {

    /** {@return the work of an update, with the check that its numbers are finite} It is counted, and nothing is computed. */
    public static Work ofUpdate(Plan plan) {
        WorkCounter counter = new WorkCounter();
        Trainer trainer = new Trainer(counter, plan);
        Work before = counter.work();
        update(trainer);
        return counter.work().minus(before);
    }

    /** One update as a run makes it: what is not finite is looked for each time. */
    static void update(Trainer trainer) {
        trainer.update();
        trainer.isFinite();
    }

    private Work minus(Work other) {
        return new Work(operations - other.operations, flops - other.flops);
    }
}
