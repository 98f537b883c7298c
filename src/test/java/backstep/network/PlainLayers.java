package backstep.network;

import backstep.linalg.Matrix;

/**
 * A pass over layers of any kind in plain loops, from the definitions: a convolution pixel by pixel, a normalisation by its whole
 * Jacobian, a residual block as a sum. It shares no code with the engine.
 */
final class PlainLayers {

    private final Setting setting;
    private final Network network;
    private final int n;
    /** By layer, example and unit, all from 0 but layers; no bias units. */
    final double[][][] z;

    final double[][][] a;
    final double[][][] delta;
    /** ∂ℓ/∂a. */
    private final double[][][] e;

    final double[][][] sum;

    PlainLayers(Setting setting) {
        this.setting = setting;
        network = setting.network();
        n = setting.batch().size();
        int last = network.layers().size() + 1;
        z = new double[last + 1][n][];
        a = new double[last + 1][n][];
        delta = new double[last + 1][n][];
        e = new double[last + 1][n][];
        sum = new double[last][][];
        for (int k = 0; k < n; k++) {
            a[1][k] = setting.batch().x().row(k);
        }
        for (int l = 2; l <= last; l++) {
            forward(l);
        }
        for (int l = last; l >= 2; l--) {
            backward(l, last);
        }
    }

    double loss(int k) {
        int last = network.outputLayer();
        return PlainFunctions.loss(
                network.loss(),
                network.activation(last),
                z[last][k],
                setting.batch().y().row(k));
    }

    /** {@return D, by the contract: λ and λ₁ on the weights of dense layers and convolutions, but not on their biases} */
    double[][] d(int l) {
        Matrix theta = setting.theta().matrix(l);
        double[][] d = new double[theta.rows()][theta.columns()];
        boolean penalised = network.layer(l + 1) instanceof Dense || network.layer(l + 1) instanceof Conv2d;
        for (int i = 0; i < theta.rows(); i++) {
            for (int j = 0; j < theta.columns(); j++) {
                d[i][j] = sum[l][i][j] / n;
                if (penalised && j > 0) {
                    d[i][j] += setting.penalty().lambda() * theta.at(i, j)
                            + setting.penalty().l1() * Math.signum(theta.at(i, j));
                }
            }
        }
        return d;
    }

    private void forward(int l) {
        for (int k = 0; k < n; k++) {
            z[l][k] = new double[network.units(l)];
            delta[l][k] = new double[network.units(l)];
            e[l - 1][k] = new double[network.units(l - 1)];
        }
        Matrix theta = setting.theta().matrix(l - 1);
        sum[l - 1] = new double[theta.rows()][theta.columns()];
        for (int k = 0; k < n; k++) {
            switch (network.layer(l)) {
                case Dense _ -> dense(l, k, theta);
                case Conv2d conv -> convolve(l, k, conv, theta, false);
                case MaxPool2d pool -> pool(l, k, pool.size(), false);
                case Flatten _ -> z[l][k] = a[l - 1][k].clone();
                case Addition(int block, Activation _) -> {
                    for (int i = 0; i < z[l][k].length; i++) {
                        z[l][k][i] = a[l - 1][k][i] + a[l - 1 - block][k][i];
                    }
                }
                case BatchNorm _ -> normalise(l, k, theta);
            }
        }
        for (int k = 0; k < n; k++) {
            a[l][k] = PlainFunctions.activations(network.activation(l), z[l][k]);
        }
    }

    private void backward(int l, int last) {
        for (int k = 0; k < n; k++) {
            if (l == last) {
                double[] y = setting.batch().y().row(k);
                delta[l][k] = PlainFunctions.delta(network.loss(), network.activation(l), z[l][k], y);
                for (int i = 0; i < delta[l][k].length && setting.sign() == Sign.LOG_LIKELIHOOD; i++) {
                    delta[l][k][i] = -delta[l][k][i];
                }
            } else {
                for (int i = 0; i < delta[l][k].length; i++) {
                    delta[l][k][i] = e[l][k][i] * PlainFunctions.slope(network.activation(l), z[l][k][i]);
                }
            }
        }
        Matrix theta = setting.theta().matrix(l - 1);
        for (int k = 0; k < n; k++) {
            switch (network.layer(l)) {
                case Dense _ -> denseBack(l, k, theta);
                case Conv2d conv -> convolve(l, k, conv, theta, true);
                case MaxPool2d pool -> pool(l, k, pool.size(), true);
                case Flatten _ -> add(delta[l][k], e[l - 1][k]);
                case Addition(int block, Activation _) -> {
                    add(delta[l][k], e[l - 1][k]);
                    add(delta[l][k], e[l - 1 - block][k]);
                }
                case BatchNorm _ -> normaliseBack(l, k, theta);
            }
        }
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private void dense(int l, int k, Matrix theta) {
        for (int i = 0; i < theta.rows(); i++) {
            z[l][k][i] = theta.at(i, 0);
            for (int j = 1; j < theta.columns(); j++) {
                z[l][k][i] += theta.at(i, j) * a[l - 1][k][j - 1];
            }
        }
    }

    private void denseBack(int l, int k, Matrix theta) {
        for (int i = 0; i < theta.rows(); i++) {
            sum[l - 1][i][0] += delta[l][k][i];
            for (int j = 1; j < theta.columns(); j++) {
                sum[l - 1][i][j] += delta[l][k][i] * a[l - 1][k][j - 1];
                e[l - 1][k][j - 1] += delta[l][k][i] * theta.at(i, j);
            }
        }
    }

    /** Every filter at every place over every channel and pixel of its window, forward or backward. */
    private void convolve(int l, int k, Conv2d conv, Matrix theta, boolean back) {
        Shape.Image in = (Shape.Image) network.shape(l - 1);
        Shape.Image out = (Shape.Image) network.shape(l);
        for (int f = 0; f < conv.filters(); f++) {
            for (int y = 0; y < out.height(); y++) {
                for (int x = 0; x < out.width(); x++) {
                    int unit = (f * out.height() + y) * out.width() + x;
                    if (back) {
                        sum[l - 1][f][0] += delta[l][k][unit];
                    } else {
                        z[l][k][unit] = theta.at(f, 0);
                    }
                    for (int c = 0; c < in.channels(); c++) {
                        for (int u = 0; u < conv.kernel(); u++) {
                            for (int v = 0; v < conv.kernel(); v++) {
                                int row = y * conv.stride() - conv.padding() + u;
                                int column = x * conv.stride() - conv.padding() + v;
                                if (row < 0 || column < 0 || row >= in.height() || column >= in.width()) {
                                    continue;
                                }
                                int pixel = (c * in.height() + row) * in.width() + column;
                                int weight = 1 + (c * conv.kernel() + u) * conv.kernel() + v;
                                if (back) {
                                    sum[l - 1][f][weight] += delta[l][k][unit] * a[l - 1][k][pixel];
                                    e[l - 1][k][pixel] += delta[l][k][unit] * theta.at(f, weight);
                                } else {
                                    z[l][k][unit] += theta.at(f, weight) * a[l - 1][k][pixel];
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private void pool(int l, int k, int size, boolean back) {
        Shape.Image in = (Shape.Image) network.shape(l - 1);
        Shape.Image out = (Shape.Image) network.shape(l);
        for (int unit = 0; unit < out.size(); unit++) {
            int c = unit / out.places();
            int y = unit % out.places() / out.width();
            int x = unit % out.width();
            int largest = -1;
            for (int u = 0; u < size; u++) {
                for (int v = 0; v < size; v++) {
                    int pixel = (c * in.height() + y * size + u) * in.width() + x * size + v;
                    if (largest < 0 || a[l - 1][k][pixel] > a[l - 1][k][largest]) {
                        largest = pixel;
                    }
                }
            }
            if (back) {
                e[l - 1][k][largest] += delta[l][k][unit];
            } else {
                z[l][k][unit] = a[l - 1][k][largest];
            }
        }
    }

    private double mean(int l, int channel, int places) {
        double total = 0;
        for (int k = 0; k < n; k++) {
            for (int p = channel * places; p < (channel + 1) * places; p++) {
                total += a[l - 1][k][p];
            }
        }
        return total / (n * places);
    }

    private double variance(int l, int channel, int places) {
        double mean = mean(l, channel, places);
        double total = 0;
        for (int k = 0; k < n; k++) {
            for (int p = channel * places; p < (channel + 1) * places; p++) {
                total += (a[l - 1][k][p] - mean) * (a[l - 1][k][p] - mean);
            }
        }
        return total / (n * places);
    }

    double xHat(int l, int k, int unit) {
        int places = network.shape(l).places();
        int channel = unit / places;
        return (a[l - 1][k][unit] - mean(l, channel, places)) / StrictMath.sqrt(variance(l, channel, places) + 1e-5);
    }

    private void normalise(int l, int k, Matrix theta) {
        int places = network.shape(l).places();
        for (int i = 0; i < z[l][k].length; i++) {
            z[l][k][i] = theta.at(i / places, 0) * xHat(l, k, i) + theta.at(i / places, 1);
        }
    }

    /** e of every number from δ of every number of its channel: ∂x̂/∂a′ = ([same] − 1/m − x̂ x̂′/m) / √(σ² + ε). */
    private void normaliseBack(int l, int k, Matrix theta) {
        int places = network.shape(l).places();
        double m = (double) n * places;
        for (int i = 0; i < delta[l][k].length; i++) {
            int channel = i / places;
            sum[l - 1][channel][0] += delta[l][k][i] * xHat(l, k, i);
            sum[l - 1][channel][1] += delta[l][k][i];
            double scale = theta.at(channel, 0) / StrictMath.sqrt(variance(l, channel, places) + 1e-5);
            for (int other = 0; other < n; other++) {
                for (int p = channel * places; p < (channel + 1) * places; p++) {
                    double same = other == k && p == i ? 1 : 0;
                    double jacobian = scale * (same - 1 / m - xHat(l, k, i) * xHat(l, other, p) / m);
                    e[l - 1][other][p] += delta[l][k][i] * jacobian;
                }
            }
        }
    }
}
