package backstep.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** How the learning rate changes, as it is written down. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleDocument(
        @Nullable Type type,
        @Nullable Integer stepSize,
        @Nullable Double gamma,
        @Nullable Integer tMax,
        @Nullable Double etaMin,
        @Nullable Integer warmup,
        @Nullable Per per) {

    /** The schedules there are. */
    public enum Type {
        /** Always the same. */
        CONSTANT,
        /** A factor after so many. */
        STEP,
        /** A factor after each. */
        EXPONENTIAL,
        /** Down along a cosine. */
        COSINE,
        /** Up along a line, then down along a cosine. */
        WARMUP_COSINE
    }

    /** After what it advances. */
    public enum Per {
        /** A pass over the data. */
        EPOCH,
        /** An update. */
        ITERATION
    }
}
