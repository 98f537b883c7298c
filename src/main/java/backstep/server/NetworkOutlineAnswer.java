package backstep.server;

import backstep.experiment.ExperimentDocument.LabelsDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trace has beside its vectors and matrices, which are had one by one.
 *
 * @param layers from the inputs on
 * @param matrices one for each Θ⁽ˡ⁾ that there is
 * @param update what the optimizer made of the slopes, with the names of its matrices
 * @param checkable whether the gradient can be checked by central differences in a time that somebody would wait for
 */
record NetworkOutlineAnswer(
        @JsonUnwrapped PassAnswer pass,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LabelsDocument labels,

        List<LayerOutline> layers,
        List<MatrixOutline> matrices,
        UpdateAnswer<String, String> update,
        OutcomeAnswer updated,
        @JsonUnwrapped TellingAnswer telling,
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
}
