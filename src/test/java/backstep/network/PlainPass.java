package backstep.network;

import backstep.linalg.Matrix;

/** The pass once more in plain loops, example by example, as the equations stand on a slide; shares no code with the engine. */
public final class PlainPass {

    private final Setting setting;
    private final Network network;
    private final int n;
    /** By layer, counted as on the slide; a has the bias unit in column 0. */
    private final double[][][] z;

    private final double[][][] a;
    private final double[][][] delta;
    private final double[][][] sum;
    private final double[][][] d;
    private final double[] losses;

    public PlainPass(Setting setting) {
        this.setting = setting;
        network = setting.network();
        n = setting.batch().size();
        int last = network.layers().size() + 1;
        z = new double[last + 1][n][];
        a = new double[last + 1][n][];
        delta = new double[last + 1][n][];
        sum = new double[last][][];
        d = new double[last][][];
        losses = new double[n];
        for (int e = 0; e < n; e++) {
            forward(e, last);
            backward(e, last);
        }
        for (int l = 1; l < last; l++) {
            accumulate(l);
        }
    }

    private void forward(int e, int last) {
        a[1][e] = withBias(setting.batch().x().row(e));
        for (int l = 2; l <= last; l++) {
            Matrix theta = setting.theta().matrix(l - 1);
            z[l][e] = new double[theta.rows()];
            for (int i = 0; i < theta.rows(); i++) {
                for (int j = 0; j < theta.columns(); j++) {
                    z[l][e][i] += theta.at(i, j) * a[l - 1][e][j];
                }
            }
            a[l][e] = withBias(PlainFunctions.activations(network.activation(l), z[l][e]));
        }
        losses[e] = PlainFunctions.loss(network.loss(), network.activation(last), z[last][e], y(e));
    }

    private void backward(int e, int last) {
        delta[last][e] = PlainFunctions.delta(network.loss(), network.activation(last), z[last][e], y(e));
        for (int i = 0; i < delta[last][e].length; i++) {
            delta[last][e][i] *= sign();
        }
        for (int l = last - 1; l >= 2; l--) {
            Matrix theta = setting.theta().matrix(l);
            delta[l][e] = new double[z[l][e].length];
            for (int j = 0; j < z[l][e].length; j++) {
                for (int k = 0; k < theta.rows(); k++) {
                    delta[l][e][j] += theta.at(k, j + 1) * delta[l + 1][e][k];
                }
                delta[l][e][j] *= PlainFunctions.slope(network.activation(l), z[l][e][j]);
            }
        }
    }

    private void accumulate(int l) {
        Matrix theta = setting.theta().matrix(l);
        sum[l] = new double[theta.rows()][theta.columns()];
        d[l] = new double[theta.rows()][theta.columns()];
        for (int i = 0; i < theta.rows(); i++) {
            for (int j = 0; j < theta.columns(); j++) {
                for (int e = 0; e < n; e++) {
                    sum[l][i][j] += delta[l + 1][e][i] * a[l][e][j];
                }
                d[l][i][j] = sum[l][i][j] / n + (j == 0 ? 0 : penalty(theta.at(i, j)));
            }
        }
    }

    /** The derivative of what a weight costs. */
    private double penalty(double weight) {
        double side = weight > 0 ? 1 : weight < 0 ? -1 : 0;
        return setting.penalty().lambda() * weight + setting.penalty().l1() * side;
    }

    private double sign() {
        return setting.sign() == Sign.LOSS ? 1 : -1;
    }

    private double[] y(int e) {
        return setting.batch().y().row(e);
    }

    private static double[] withBias(double[] units) {
        double[] all = new double[units.length + 1];
        all[0] = 1;
        System.arraycopy(units, 0, all, 1, units.length);
        return all;
    }

    Matrix z(int l) {
        return Matrix.ofRows(z[l]);
    }

    Matrix a(int l) {
        return Matrix.ofRows(a[l]);
    }

    Matrix delta(int l) {
        return Matrix.ofRows(delta[l]);
    }

    Matrix sum(int l) {
        return Matrix.ofRows(sum[l]);
    }

    public Matrix d(int l) {
        return Matrix.ofRows(d[l]);
    }

    Matrix losses() {
        return Matrix.of(n, 1, losses);
    }

    public double cost() {
        double mean = 0;
        for (double loss : losses) {
            mean += loss / n;
        }
        double squares = 0;
        double sizes = 0;
        for (Matrix theta : setting.theta().matrices()) {
            for (int i = 0; i < theta.rows(); i++) {
                for (int j = 1; j < theta.columns(); j++) {
                    squares += theta.at(i, j) * theta.at(i, j);
                    sizes += Math.abs(theta.at(i, j));
                }
            }
        }
        return mean
                + setting.penalty().lambda() * squares / 2
                + setting.penalty().l1() * sizes;
    }
}
