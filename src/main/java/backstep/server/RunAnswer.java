package backstep.server;

import backstep.experiment.ExperimentDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param reason why it stopped, where that needs a word
 * @param epoch how many epochs are done
 * @param iteration how many updates are done
 * @param start which update it started after: 0, unless it branches off another run
 * @param epochs how many are planned
 * @param iterations how many updates are planned
 * @param secondsLeft left out where it is not known
 * @param metrics all points that are kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunAnswer(
        String id,
        String state,
        @Nullable String reason,
        int epoch,
        int iteration,
        int start,
        int epochs,
        int iterationsPerEpoch,
        int iterations,
        double learningRate,
        double examplesPerSecond,
        @Nullable Double secondsLeft,
        EngineAnswer engine,
        NetworkAnswer network,
        DataAnswer data,
        List<MetricsAnswer> metrics,
        @Nullable DivergenceAnswer divergence,
        ExperimentDocument experiment) {

    /**
     * What computes.
     *
     * @param kernel what computes its products
     * @param why it was chosen
     * @param asked what was asked for
     * @param fellBack whether it is the processor, though the graphics card should have computed
     * @param gpu the graphics card that is here, whether it computes or not
     * @param missing why there is none
     * @param work of an update; left out where no run is meant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EngineAnswer(
            String name,
            String kernel,
            String why,
            String asked,
            String precision,
            boolean fellBack,
            @Nullable String gpu,
            @Nullable String missing,
            @Nullable WorkAnswer work) {}

    /**
     * How much work an update is.
     *
     * @param operations of the engine
     * @param gpuGainsFrom from how many flops on the graphics card takes less time, where that was measured
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkAnswer(
            long flops, long operations, @Nullable Long gpuGainsFrom) {}

    /**
     * The network.
     *
     * @param sizes of the layers, inputs first
     * @param shapes of the layers, such as 10 or 1×32×32
     * @param activations of the layers, without the inputs
     */
    public record NetworkAnswer(
            List<Integer> sizes, List<String> shapes, List<String> activations, String loss, int weights) {}

    /**
     * The examples.
     *
     * @param kind binary, classes or regression
     * @param train how many train
     * @param test how many are held back
     * @param outputs what the classes or the numbers are called
     * @param image channels, height and width of an example that is a picture; left out for others
     * @param bounds least and most of each input
     * @param x inputs of the examples, those that train first; left out where there are more than two
     * @param y their targets
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DataAnswer(
            String name,
            String kind,
            int train,
            int test,
            int inputs,
            List<String> outputs,
            @Nullable List<Integer> image,
            List<List<Double>> bounds,
            double @Nullable [][] x,
            double @Nullable [][] y) {}

    /**
     * Where the first number that is not finite stood, why, and what to try.
     *
     * @param update in which it happened
     * @param quantity which kind of number it was
     * @param unit from 1, or a row of Δ, D and Θ
     * @param column of Δ, D and Θ
     * @param example a row of those that train, from 0; left out for sums over the batch
     * @param cause why, in a word
     * @param sentence why, in a sentence or two
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DivergenceAnswer(
            int update,
            String quantity,
            int layer,
            int unit,
            @Nullable Integer column,
            @Nullable Integer example,
            double value,
            String cause,
            String sentence,
            List<RemedyAnswer> remedies) {}

    /** What to try: its name, and what it means in a sentence. */
    public record RemedyAnswer(String name, String sentence) {}
}
