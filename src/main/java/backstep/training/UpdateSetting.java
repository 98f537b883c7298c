package backstep.training;

import backstep.linalg.Matrix;
import backstep.network.Theta;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an update needs to know beside the slopes.
 *
 * @param rate η of this update, and how the schedule comes to it
 * @param clipNorm the largest ‖∂J/∂Θ‖ over all layers that is followed; a longer one is shortened to it
 * @param state what the optimizer remembers of earlier updates
 */
public record UpdateSetting(Optimizer optimizer, Rate rate, OptionalDouble clipNorm, OptimizerState state) {

    /** An update whose learning rate no schedule changes. */
    public UpdateSetting(Optimizer optimizer, double learningRate, OptionalDouble clipNorm, OptimizerState state) {
        this(optimizer, Rate.constant(learningRate), clipNorm, state);
    }

    /** {@return the first update of a plan} */
    public static UpdateSetting of(Plan plan) {
        Training training = plan.training();
        Optimizer optimizer = training.optimizer();
        Start start = plan.start();
        return new UpdateSetting(
                optimizer,
                plan.rate(start.iteration() + 1),
                training.clipNorm(),
                start.state().orElseGet(() -> nothing(optimizer, start.theta())));
    }

    /** {@return the first update of an optimizer, at its own learning rate} */
    public static UpdateSetting first(Optimizer optimizer, Theta theta) {
        return new UpdateSetting(
                optimizer, optimizer.learningRate(), OptionalDouble.empty(), nothing(optimizer, theta));
    }

    /** {@return one step of plain gradient descent} */
    public static UpdateSetting plain(double learningRate) {
        return first(Sgd.plain(learningRate), new Theta(List.of()));
    }

    /** {@return what an optimizer remembers before its first update: zeros in the shapes of the weights} */
    public static OptimizerState nothing(Optimizer optimizer, Theta theta) {
        int memories = optimizer.rule().memories();
        return new OptimizerState(
                0, memories >= 1 ? zeros(theta) : List.of(), memories >= 2 ? zeros(theta) : List.of());
    }

    private static List<Matrix> zeros(Theta theta) {
        return theta.matrices().stream()
                .map(matrix -> Matrix.zeros(matrix.rows(), matrix.columns()))
                .toList();
    }

    /** {@return the same with slopes shortened to a norm} */
    public UpdateSetting withClipNorm(double norm) {
        return new UpdateSetting(optimizer, rate, OptionalDouble.of(norm), state);
    }

    /** {@return the same at another rate} */
    public UpdateSetting with(Rate other) {
        return new UpdateSetting(optimizer, other, clipNorm, state);
    }

    /** {@return η of this update, after the schedule} */
    public double learningRate() {
        return rate.value();
    }

    /** {@return t, the how-manieth update of these weights it is, from 1} */
    public int t() {
        return state.updates() + 1;
    }
}
