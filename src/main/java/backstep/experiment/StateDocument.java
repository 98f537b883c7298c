package backstep.experiment;

import backstep.linalg.Matrix;
import backstep.network.Network;
import backstep.network.RunningStatistics;
import backstep.network.Theta;
import backstep.training.Best;
import backstep.training.OptimizerState;
import backstep.training.Start;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a training stands that is entered in its midst, beside its weights: what the optimizer remembers, what the schedule
 * counts, and what batch norms have seen.
 *
 * @param updates how many updates it has made
 * @param first b, s, v or m of each Θ⁽ˡ⁾; left out where it remembers nothing
 * @param second v of each Θ⁽ˡ⁾ beside m; left out where it remembers one matrix or none
 * @param iteration which update of a run the state comes after; 0 where it is left out
 * @param clock what the clock of the schedule shows at the next update; as many ticks as the iteration where it is left out
 * @param running mean and variance of each channel, a matrix for each batch norm; 0 and 1 where it is left out
 * @param best what early stopping knows already; it begins anew where it is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StateDocument(
        int updates,
        double @Nullable [][][] first,
        double @Nullable [][][] second,
        @Nullable Integer iteration,
        @Nullable Integer clock,
        double @Nullable [][][] running,
        @Nullable BestDocument best) {

    /** The best loss that an epoch ended with, and how many epochs came after it without a better one. */
    record BestDocument(double loss, int epochsSince) {}

    /** {@return where a run of a network starts that starts with these weights} */
    Start start(Network network, Theta theta) {
        boolean isNone = updates == 0 && first == null && second == null;
        return new Start(
                Usual.or(iteration, 0),
                running == null ? theta : RunningStatistics.with(network, theta, matrices("running", running)),
                isNone ? Optional.empty() : Optional.of(state()),
                clock == null ? OptionalInt.empty() : OptionalInt.of(clock),
                Optional.ofNullable(best).map(known -> new Best(known.loss(), known.epochsSince())));
    }

    private OptimizerState state() {
        return new OptimizerState(updates, matrices("first", first), matrices("second", second));
    }

    private static List<Matrix> matrices(String name, double @Nullable [][][] written) {
        return written == null
                ? List.of()
                : IntStream.range(0, written.length)
                        .mapToObj(l -> Rows.matrix("training/state/" + name + "/" + l, written[l]))
                        .toList();
    }

    /** {@return the start of a run as it is written down} */
    static StateDocument of(Start start) {
        Optional<OptimizerState> state = start.state();
        return new StateDocument(
                state.map(OptimizerState::updates).orElse(0),
                state.map(each -> rows(each.first())).orElse(null),
                state.map(each -> rows(each.second())).orElse(null),
                start.iteration(),
                start.clock().isPresent() ? start.clock().getAsInt() : null,
                rows(RunningStatistics.written(start.theta())),
                start.best()
                        .map(best -> new BestDocument(best.loss(), best.epochsSince()))
                        .orElse(null));
    }

    private static double @Nullable [][][] rows(List<Matrix> matrices) {
        return matrices.isEmpty() ? null : matrices.stream().map(Matrix::toRows).toArray(double[][][]::new);
    }
}
