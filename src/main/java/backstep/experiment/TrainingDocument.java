package backstep.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How weights are trained, as it is written down. What is left out is as it usually is.
 *
 * @param engine what computes: ejml, jcuda or auto
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
        @Nullable Double clipNorm,
        @Nullable EarlyStoppingDocument earlyStopping) {

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
            @Nullable Integer patience, @Nullable Double minDelta) {}
}
