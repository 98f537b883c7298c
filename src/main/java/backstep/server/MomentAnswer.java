package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run after some of its updates.
 *
 * @param iteration k, how many updates are done
 * @param epoch how many epochs are done
 * @param theta the weights after update k
 * @param batch the examples of update k, as rows of those that train, from 0; none at the start
 * @param learningRate η of update k; at the start of the update to come
 * @param cost J of the batch before update k; left out at the start
 * @param gradient ‖∂J/∂Θ⁽ˡ⁾‖ as update k followed it; left out at the start
 * @param running mean and variance of each channel, a matrix for each batch norm; left out where there is none
 * @param optimizer what the optimizer remembers after update k; left out where it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MomentAnswer(
        int iteration,
        int epoch,
        List<double[][]> theta,
        List<Integer> batch,
        double learningRate,
        @Nullable Double cost,
        @Nullable List<Double> gradient,
        @Nullable List<double[][]> running,
        @Nullable OptimizerAnswer optimizer) {

    /** {@return the same with what the optimizer remembers} */
    MomentAnswer with(OptimizerAnswer memory) {
        return new MomentAnswer(iteration, epoch, theta, batch, learningRate, cost, gradient, running, memory);
    }

    /**
     * What an optimizer remembers.
     *
     * @param type its name
     * @param updates how many it has made
     * @param memories by their letters, each in the shape of theta
     */
    public record OptimizerAnswer(String type, int updates, Map<String, List<double[][]>> memories) {}
}
