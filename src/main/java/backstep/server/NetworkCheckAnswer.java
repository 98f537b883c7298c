package backstep.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The gradient of a network beside central differences.
 *
 * @param worst the address of the entry with the largest relative error
 * @param tolerance up to which an error is rounding
 */
public record NetworkCheckAnswer(
        List<LayerCheck> layers, double largestRelativeError, String worst, double tolerance, boolean passes) {

    /**
     * One matrix.
     *
     * @param layer l of D⁽ˡ⁾
     * @param numerical what is measured from costs alone
     */
    public record LayerCheck(
            int layer, @JsonProperty("D") double[][] d, double[][] numerical, double[][] relativeError) {}
}
