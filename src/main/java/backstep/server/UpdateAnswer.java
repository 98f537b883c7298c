package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an optimizer made of the slopes.
 *
 * @param type its name
 * @param constants its constants, but for η
 * @param t the how-manieth update it is
 * @param rate how a schedule comes to the learning rate; left out where none changes it
 * @param norm ‖∂J/∂Θ‖; left out where slopes may be as long as they are
 * @param clip what the slopes were multiplied by to shorten them
 * @param memories what it remembers, before and after
 * @param made what it makes on its way to new weights
 * @param layers sizes of layers, for optimizers that look at them
 * @param <M> a memory: its matrices, or its name alone
 * @param <P> what is made in between, in the same way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateAnswer<M, P>(
        String type,
        Map<String, Object> constants,
        int t,
        @Nullable RateAnswer rate,
        @Nullable Double norm,
        @Nullable Double clip,
        List<M> memories,
        List<P> made,
        List<LengthsAnswer> layers) {

    /**
     * η of an update by its schedule.
     *
     * @param schedule its name
     * @param per when its clock advances
     * @param initial η₀
     * @param t what its clock shows
     * @param formula η in symbols, as LaTeX
     * @param substituted the same with numbers
     */
    public record RateAnswer(
            String schedule, String per, double initial, int t, double value, String formula, String substituted) {}

    /**
     * A memory.
     *
     * @param name b, s, m or v
     * @param before the update, a matrix for each Θ⁽ˡ⁾ that there is
     */
    public record MemoryAnswer(String name, List<double[][]> before, List<double[][]> after) {}

    /**
     * What is made in between.
     *
     * @param name slope, mHat, vHat or u
     * @param values a matrix for each Θ⁽ˡ⁾ that there is
     */
    public record MadeAnswer(String name, List<double[][]> values) {}

    /**
     * How long a matrix and its direction are.
     *
     * @param layer l of Θ⁽ˡ⁾
     */
    public record LengthsAnswer(int layer, double thetaNorm, double uNorm, double trustRatio) {}
}
