package backstep.experiment;

import backstep.network.Sign;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it is written down. {@link Experiment#of} makes of it what it describes, {@link Written} goes the other way.
 *
 * @param theta drawn by {@link Experiment#USUAL_THETA} where it is left out
 * @param lambda λ; 0 where it is left out
 * @param l1 how much the absolute values of weights cost; 0 where it is left out
 * @param sign the loss is minimised where it is left out
 * @param labels what inputs and outputs are called
 * @param title what the experiment is called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperimentDocument(
        NetworkDocument network,
        @Nullable ThetaDocument theta,
        DataDocument data,
        @Nullable Double lambda,
        @Nullable Double l1,
        @Nullable Sign sign,
        @Nullable TrainingDocument training,
        @Nullable LabelsDocument labels,
        @Nullable String title) {

    /** The names of inputs and outputs, in their order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LabelsDocument(
            @Nullable List<String> inputs, @Nullable List<String> outputs) {}
}
