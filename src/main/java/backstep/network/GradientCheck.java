package backstep.network;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * D beside what is measured from costs alone: (C(θ + h) − C(θ − h)) / 2h for each weight θ, with h = ∛ε · max(1, |θ|) (Press et
 * al., <i>Numerical Recipes</i>, 3rd edition, section 5.7). C is J; in the convention of the log-likelihood the losses in it
 * have the other sign, as they have in D.
 *
 * @param numerical the measured derivatives, in the shapes of Θ⁽¹⁾ … Θ⁽ᴸ⁾, 0×0 where a layer has no weights
 * @param relativeError |D − measured| / max(|D|, |measured|, {@value #NOISE}), likewise
 */
public record GradientCheck(List<Matrix> numerical, List<Matrix> relativeError) {

    /** The relative error up to which backpropagation is taken to be right. */
    public static final double TOLERANCE = 1e-6;

    /** The most multiplications that a check may take. */
    public static final long WORK = 4_000_000_000L;

    /** Below this size a difference quotient is noise. */
    static final double NOISE = 1e-4;

    private static final double CUBE_ROOT_OF_EPSILON = Math.cbrt(Math.ulp(1.0));

    /** The largest relative error, and the weight it belongs to: l and i from 1, j from 0. */
    public record Worst(int l, int i, int j, double relativeError) {}

    public GradientCheck {
        numerical = List.copyOf(numerical);
        relativeError = List.copyOf(relativeError);
    }

    /**
     * {@return the check of a recorded pass}
     *
     * @throws InvalidNetwork where the network is so large that nobody would wait for it
     */
    public static GradientCheck of(MatrixEngine engine, Recording recording) {
        requireBounded(recording);
        Setting setting = recording.setting();
        Pass pass = Pass.over(engine, setting);
        List<Matrix> numerical = new ArrayList<>();
        List<Matrix> errors = new ArrayList<>();
        for (int l = 1; l <= setting.network().depth(); l++) {
            boolean weights = setting.network().theta(l).isThere();
            Matrix measured = weights ? measure(pass, setting, l) : Matrix.zeros(0, 0);
            numerical.add(measured);
            errors.add(weights ? errors(recording.d(l), measured) : measured);
        }
        return new GradientCheck(numerical, errors);
    }

    /** {@return whether a pass is small enough to be checked} */
    public static boolean isBounded(Recording recording) {
        return work(recording) <= WORK;
    }

    private static long work(Recording recording) {
        return 2L * recording.network().weights() * recording.network().products() * recording.examples();
    }

    private static void requireBounded(Recording recording) {
        InvalidNetwork.require(
                isBounded(recording),
                "network",
                "checking " + recording.network().weights() + " weights over " + recording.examples()
                        + " examples takes " + work(recording) + " multiplications, at most " + WORK
                        + " are done; take fewer units or examples");
    }

    private static Matrix measure(Pass pass, Setting setting, int l) {
        Matrix theta = setting.theta().matrix(l);
        double[] slopes = new double[theta.size()];
        for (int k = 0; k < slopes.length; k++) {
            int i = k / theta.columns() + 1;
            int j = k % theta.columns();
            double weight = setting.theta().at(l, i, j);
            double h = CUBE_ROOT_OF_EPSILON * Math.max(1, Math.abs(weight));
            double above = weight + h;
            double below = weight - h;
            double difference = cost(pass, setting, setting.theta().with(l, i, j, above))
                    - cost(pass, setting, setting.theta().with(l, i, j, below));
            slopes[k] = difference / (above - below);
        }
        return Matrix.of(theta.rows(), theta.columns(), slopes);
    }

    private static double cost(Pass pass, Setting setting, Theta theta) {
        pass.weights().write(theta);
        pass.forward(Recorder.NONE);
        return setting.sign().factor() * pass.meanLoss() + pass.penalty();
    }

    private static Matrix errors(Matrix derivatives, Matrix measured) {
        double[] errors = new double[derivatives.size()];
        for (int i = 0; i < derivatives.rows(); i++) {
            for (int j = 0; j < derivatives.columns(); j++) {
                errors[i * derivatives.columns() + j] = relativeError(derivatives.at(i, j), measured.at(i, j));
            }
        }
        return Matrix.of(derivatives.rows(), derivatives.columns(), errors);
    }

    private static double relativeError(double derivative, double measured) {
        double size = Math.max(Math.max(Math.abs(derivative), Math.abs(measured)), NOISE);
        return Math.abs(derivative - measured) / size;
    }

    /** {@return where D and the measured derivative differ most; an entry that is not a number differs more than any other} */
    public Worst worst() {
        Worst worst = new Worst(1, 1, 0, Double.NEGATIVE_INFINITY);
        for (int l = 1; l <= relativeError.size(); l++) {
            Matrix errors = relativeError.get(l - 1);
            for (int i = 1; i <= errors.rows(); i++) {
                for (int j = 0; j < errors.columns(); j++) {
                    double error = errors.at(i - 1, j);
                    if (Double.compare(error, worst.relativeError()) > 0) {
                        worst = new Worst(l, i, j, error);
                    }
                }
            }
        }
        return worst;
    }

    /** {@return whether no entry differs by more than the tolerance} */
    public boolean passes() {
        return worst().relativeError() <= TOLERANCE;
    }
}
