package backstep.experiment;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Sign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it is written down. {@link Experiment#of} makes of it what it describes.
 *
 * @param theta drawn by {@link Experiment#USUAL_THETA} where it is left out
 * @param lambda λ; 0 where it is left out
 * @param l1 how much the absolute values of weights cost; 0 where it is left out
 * @param sign the loss is minimised where it is left out
 * @param labels what inputs and outputs are called
 * @param title what the experiment is called
 */
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

    /** @param inputs how many numbers an example has */
    public record NetworkDocument(int inputs, List<LayerDocument> layers, Loss loss) {}

    /** @param type dense */
    public record LayerDocument(String type, int units, Activation activation) {}

    /**
     * The examples, one a row.
     *
     * @param x inputs
     * @param y targets
     */
    public record DataDocument(double[][] x, double[][] y) {}

    /** How the weights are trained. One step of plain gradient descent reads the learning rate alone. */
    public record TrainingDocument(
            @Nullable OptimizerDocument optimizer,
            @Nullable ScheduleDocument schedule,
            @Nullable Integer batchSize,
            @Nullable Integer epochs,
            @Nullable Boolean shuffle,
            @Nullable Long seed,
            @Nullable String engine) {}

    /** What makes an update of a gradient. */
    public record OptimizerDocument(
            @Nullable String type,
            @Nullable Double learningRate,
            @Nullable Double momentum,
            @Nullable Boolean nesterov,
            @Nullable Double alpha,
            @Nullable Double beta1,
            @Nullable Double beta2,
            @Nullable Double eps,
            @Nullable Double weightDecay) {}

    /** How the learning rate changes. */
    public record ScheduleDocument(
            @Nullable String type,
            @Nullable Integer stepSize,
            @Nullable Double gamma,
            @Nullable Integer tMax,
            @Nullable Double etaMin,
            @Nullable Integer warmup,
            @Nullable String per) {}

    /** The names of inputs and outputs, in their order. */
    public record LabelsDocument(
            @Nullable List<String> inputs, @Nullable List<String> outputs) {}
}
