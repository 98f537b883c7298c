package backstep.experiment;

import backstep.linalg.Matrix;
import backstep.network.Theta;
import backstep.training.OptimizerState;
import backstep.training.Start;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an optimizer remembers, as it is written down.
 *
 * @param updates how many updates it has made
 * @param first b, s, v or m of each Θ⁽ˡ⁾; left out where it remembers nothing
 * @param second v of each Θ⁽ˡ⁾ beside m; left out where it remembers one matrix or none
 * @param iteration which update of a run the state comes after; 0 where it is left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StateDocument(
        int updates,
        double @Nullable [][][] first,
        double @Nullable [][][] second,
        @Nullable Integer iteration) {

    /** {@return where a run starts that starts with these weights} */
    Start start(Theta theta) {
        boolean isNone = updates == 0 && first == null && second == null;
        return new Start(Usual.or(iteration, 0), theta, isNone ? Optional.empty() : Optional.of(state()));
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
        return start.state()
                .map(state -> of(state, start.iteration()))
                .orElse(new StateDocument(0, null, null, start.iteration()));
    }

    /** {@return a state as it is written down} */
    static StateDocument of(OptimizerState state, int iteration) {
        return new StateDocument(state.updates(), rows(state.first()), rows(state.second()), iteration);
    }

    private static double @Nullable [][][] rows(List<Matrix> matrices) {
        return matrices.isEmpty() ? null : matrices.stream().map(Matrix::toRows).toArray(double[][][]::new);
    }
}
