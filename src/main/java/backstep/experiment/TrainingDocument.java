package backstep.experiment;

import backstep.linalg.Precision;
import backstep.training.EarlyStopping;
import backstep.training.Schedule;
import backstep.training.Training;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How weights are trained, as it is written down. What is left out is as {@link Training#DEFAULT} has it.
 *
 * @param precision what the numbers of the run are held in
 * @param clipNorm the largest norm that a gradient keeps
 * @param state what the optimizer remembers at the start, where a run is entered in its midst
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingDocument(
        @Nullable OptimizerDocument optimizer,
        @Nullable ScheduleDocument schedule,
        @Nullable Integer batchSize,
        @Nullable Integer epochs,
        @Nullable Boolean shuffle,
        @Nullable Long seed,
        @Nullable Engine engine,
        @Nullable Precision precision,
        @Nullable Double clipNorm,
        @Nullable EarlyStoppingDocument earlyStopping,
        @Nullable StateDocument state) {

    static final TrainingDocument USUAL =
            new TrainingDocument(null, null, null, null, null, null, null, null, null, null, null);

    /** What computes. */
    public enum Engine {
        /** The processor. */
        EJML,
        /** The graphics card. */
        JCUDA,
        /** The graphics card where there is one and the work is large enough to gain from it. */
        AUTO
    }

    /** When training ends early: after so many epochs in which the loss did not fall by so much. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EarlyStoppingDocument(
            int patience, @Nullable Double minDelta) {}

    /**
     * {@return what is described}
     *
     * @param examples how many examples train
     * @throws backstep.network.InvalidNetwork where it cannot be
     */
    Training training(int examples) {
        Training usual = Training.DEFAULT;
        int size = Usual.or(batchSize, usual.batchSize());
        int times = Usual.or(epochs, usual.epochs());
        return new Training(
                optimizer == null ? usual.optimizer() : optimizer.optimizer(),
                schedule == null ? usual.schedule() : schedule.schedule(per -> length(per, examples, size, times)),
                size,
                times,
                Usual.or(shuffle, usual.shuffle()),
                Usual.or(seed, usual.seed()),
                clipNorm == null ? OptionalDouble.empty() : OptionalDouble.of(clipNorm),
                Optional.ofNullable(earlyStopping)
                        .map(early -> new EarlyStopping(early.patience(), Usual.or(early.minDelta(), 0))),
                Usual.or(precision, usual.precision()));
    }

    /** {@return a training that is otherwise as it usually is} */
    public static TrainingDocument of(OptimizerDocument optimizer, int batchSize, int epochs) {
        return new TrainingDocument(optimizer, null, batchSize, epochs, null, null, null, null, null, null, null);
    }

    /** {@return the same with another state of the optimizer} */
    TrainingDocument with(@Nullable StateDocument other) {
        return new TrainingDocument(
                optimizer,
                schedule,
                batchSize,
                epochs,
                shuffle,
                seed,
                engine,
                precision,
                clipNorm,
                earlyStopping,
                other);
    }

    private static int length(Schedule.Per per, int examples, int batchSize, int epochs) {
        int perEpoch = per == Schedule.Per.EPOCH ? 1 : Math.ceilDiv(examples, Math.max(1, batchSize));
        return Math.max(1, Math.clamp((long) perEpoch * epochs, 1, Integer.MAX_VALUE));
    }

    /** {@return a training as it is written down, with all its settings} */
    static TrainingDocument of(Training training, @Nullable StateDocument state) {
        return new TrainingDocument(
                OptimizerDocument.of(training.optimizer()),
                ScheduleDocument.of(training.schedule()),
                training.batchSize(),
                training.epochs(),
                training.shuffle(),
                training.seed(),
                null,
                training.precision() == Training.DEFAULT.precision() ? null : training.precision(),
                training.clipNorm().isPresent() ? training.clipNorm().getAsDouble() : null,
                training.earlyStopping()
                        .map(early -> new EarlyStoppingDocument(early.patience(), early.minDelta()))
                        .orElse(null),
                state);
    }
}
