package backstep.server;

import backstep.experiment.ExperimentDocument.LabelsDocument;
import backstep.server.NetworkTraceAnswer.FlagAnswer;
import backstep.server.UpdateAnswer.LengthsAnswer;
import backstep.server.UpdateAnswer.RateAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trace has beside its vectors and matrices, which are had one by one.
 *
 * @param layers from the inputs on
 * @param matrices one for each Θ⁽ˡ⁾ that there is
 * @param checkable whether the gradient can be checked by central differences in a time that somebody would wait for
 */
record NetworkOutlineAnswer(
        double cost,
        double penalty,
        double[] losses,
        int n,
        double lambda,
        double l1,
        String sign,
        double learningRate,
        String loss,
        boolean likelihood,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LabelsDocument labels,

        List<LayerOutline> layers,
        List<MatrixOutline> matrices,
        UpdateOutline update,
        UpdatedOutline updated,
        List<FlagAnswer> flags,
        ScheduleAnswer schedule,
        NetworkFigureAnswer figure,
        boolean checkable) {

    /**
     * A layer.
     *
     * @param type of the layer as in documents, residual for the addition at the end of a block; null for the inputs
     * @param shape channels, height and width of an image; null else
     * @param activation null for the inputs
     * @param mean μ of the batch, by unit or channel, of a batch normalisation; null else
     * @param variance σ² of the batch
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LayerOutline(
            int layer,
            int units,
            @Nullable String type,
            int @Nullable [] shape,
            @Nullable String activation,
            double @Nullable [] mean,
            double @Nullable [] variance) {}

    /** @param layer l of Θ⁽ˡ⁾ */
    record MatrixOutline(int layer, int rows, int columns) {}

    /**
     * What an optimizer made of the slopes.
     *
     * @param memories the names of the matrices that it remembers
     * @param made the names of those that it makes on its way
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UpdateOutline(
            String type,
            Map<String, Object> constants,
            int t,
            @Nullable RateAnswer rate,
            @Nullable Double norm,
            @Nullable Double clip,
            List<String> memories,
            List<String> made,
            List<LengthsAnswer> layers) {}

    /** After the update. */
    record UpdatedOutline(double[] losses, double cost, double predicted, double squaredNorm) {}
}
