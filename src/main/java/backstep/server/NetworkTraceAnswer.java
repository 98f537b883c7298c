package backstep.server;

import backstep.experiment.ExperimentDocument.LabelsDocument;
import backstep.server.UpdateAnswer.MadeAnswer;
import backstep.server.UpdateAnswer.MemoryAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every number of a pass over a network, and what is needed to draw and to tell it.
 *
 * @param theta the weights, by layer, row and column
 * @param update what the optimizer made of the slopes
 * @param updated what came of it
 */
public record NetworkTraceAnswer(
        @JsonUnwrapped PassAnswer pass,
        List<double[][]> theta,
        Examples data,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LabelsDocument labels,

        List<LayerAnswer> layers,
        List<GradientAnswer> gradients,
        UpdateAnswer<MemoryAnswer, MadeAnswer> update,
        UpdatedAnswer updated,
        @JsonUnwrapped TellingAnswer telling) {

    /** The examples, one a row. */
    public record Examples(double[][] x, double[][] y) {}

    /**
     * A layer, one row an example.
     *
     * @param type of the layer as in documents, residual for the addition at the end of a block; null for the inputs
     * @param shape channels, height and width of an image, whose numbers go channel after channel, each row by row; null else
     * @param activation null for the inputs, which have no z and no δ either
     * @param a without the bias unit
     * @param xHat the normalised numbers of a batch normalisation; null else, as are the next two
     * @param mean μ of the batch, by unit or channel
     * @param variance σ² of the batch
     * @param maximum of a pooling, the unit of the layer before that was the largest in each window; null else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LayerAnswer(
            int layer,
            int units,
            @Nullable String type,
            int @Nullable [] shape,
            @Nullable String activation,
            double @Nullable [][] z,
            double[][] a,
            double @Nullable [][] delta,
            double @Nullable [][] xHat,
            double @Nullable [] mean,
            double @Nullable [] variance,
            int @Nullable [][] maximum) {

        static LayerAnswer inputs(int units, int @Nullable [] shape, double[][] a) {
            return new LayerAnswer(1, units, null, shape, null, null, a, null, null, null, null, null);
        }
    }

    /** @param layer l of Δ⁽ˡ⁾ and D⁽ˡ⁾ */
    public record GradientAnswer(
            int layer,
            @JsonProperty("Delta") double[][] delta,
            @JsonProperty("D") double[][] d) {}

    /** After the update. */
    public record UpdatedAnswer(
            List<double[][]> theta, @JsonUnwrapped OutcomeAnswer outcome) {}
}
