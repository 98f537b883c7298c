package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Recording;
import backstep.network.Theta;
import java.util.List;

/**
 * One update of an optimizer as it was made, and the same examples passed again.
 *
 * @param setting what it was made with
 * @param before the weights before it
 * @param slopes what it followed
 * @param state what the optimizer remembers after it
 * @param lengths of the matrices, for optimizers that look at them
 * @param outcome what came of it
 */
public record Update(
        UpdateSetting setting,
        Theta before,
        Slopes slopes,
        OptimizerState state,
        List<Lengths> lengths,
        Outcome outcome) {

    /**
     * What an update follows.
     *
     * @param whole ∂J/∂Θ⁽ˡ⁾
     * @param squaredNorm ‖∂J/∂Θ‖², over all weights
     * @param clipFactor what ∂J/∂Θ was multiplied by to shorten it, 1 where it was not
     * @param seen ∂J/∂Θ⁽ˡ⁾ as the optimizer saw it
     */
    public record Slopes(List<Matrix> whole, double squaredNorm, double clipFactor, List<Matrix> seen) {}

    /**
     * How long a matrix and its direction are, and what follows for its step.
     *
     * @param theta ‖Θ⁽ˡ⁾‖
     * @param direction ‖u⁽ˡ⁾‖
     * @param trustRatio what η is multiplied by
     */
    public record Lengths(double theta, double direction, double trustRatio) {}

    /**
     * What came of an update.
     *
     * @param theta the weights after it
     * @param losses ℓ of each example with them [n × 1]
     * @param cost J with them
     */
    public record Outcome(Theta theta, Matrix losses, double cost) {}

    /** {@return the update that leaves all weights as they are} */
    public static Update none(Recording recording) {
        Theta theta = recording.setting().theta();
        return new Update(
                UpdateSetting.plain(0),
                theta,
                new Slopes(List.of(), 0, 1, List.of()),
                UpdateSetting.plain(0).state(),
                List.of(),
                new Outcome(theta, recording.losses(), recording.cost()));
    }

    /** {@return one step of plain gradient descent from where a pass was recorded} */
    public static Update of(MatrixEngine engine, Recording recording, double learningRate) {
        return of(engine, recording, UpdateSetting.plain(learningRate));
    }

    /** {@return the update from where a pass was recorded} */
    public static Update of(MatrixEngine engine, Recording recording, UpdateSetting setting) {
        return new UpdateRecorder(engine, recording.setting(), setting).record();
    }

    /** {@return η} */
    public double learningRate() {
        return setting.learningRate();
    }

    /** {@return the weights after the update} */
    public Theta theta() {
        return outcome.theta();
    }

    /** {@return ℓ of each example after the update [n × 1]} */
    public Matrix losses() {
        return outcome.losses();
    }

    /** {@return J after the update} */
    public double cost() {
        return outcome.cost();
    }

    /** {@return ‖∂J/∂Θ‖², over all weights} */
    public double squaredNorm() {
        return slopes.squaredNorm();
    }

    /** {@return ‖∂J/∂Θ‖} */
    public double norm() {
        return Double.isInfinite(slopes.squaredNorm())
                ? slopes.whole().stream().mapToDouble(Matrix::norm).reduce(0, Math::hypot)
                : Math.sqrt(slopes.squaredNorm());
    }

    /** {@return whether Θ ← Θ − η ∂J/∂Θ is all there is to it} */
    public boolean isPlain() {
        return setting.optimizer().rule().memories() == 0 && setting.clipNorm().isEmpty();
    }

    /** {@return the change of J that a straight line foretells: ⟨∂J/∂Θ, ΔΘ⟩, which for a plain step is −η‖∂J/∂Θ‖²} */
    public double predicted() {
        if (isPlain()) {
            return -learningRate() * squaredNorm();
        }
        double sum = 0;
        for (int l = 1; l <= before.matrices().size(); l++) {
            Matrix slope = slopes.whole().get(l - 1);
            for (int i = 1; i <= slope.rows(); i++) {
                for (int j = 0; j < slope.columns(); j++) {
                    sum += slope.at(i - 1, j) * (theta().at(l, i, j) - before.at(l, i, j));
                }
            }
        }
        return sum;
    }

    /** {@return everything that the optimizer computed for Θ⁽ˡ⁾ᵢⱼ, i from 1, j from 0} */
    public EntryUpdate entry(int l, int i, int j) {
        OptimizerState old = setting.state();
        return setting.optimizer()
                .entry(new Entry(
                        setting.t(),
                        learningRate(),
                        before.at(l, i, j),
                        slopes.seen().get(l - 1).at(i - 1, j),
                        old.first(l, i, j),
                        old.second(l, i, j),
                        lengths.isEmpty() ? 1 : lengths.get(l - 1).trustRatio()));
    }

    /** {@return one quantity of every entry of Θ⁽ˡ⁾} */
    public Matrix matrix(EntryQuantity quantity, int l) {
        Matrix shape = before.matrix(l);
        double[] entries = new double[shape.size()];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = entry(l, k / shape.columns() + 1, k % shape.columns()).at(quantity);
        }
        return Matrix.of(shape.rows(), shape.columns(), entries);
    }
}
