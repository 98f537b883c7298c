package backstep.network;

import backstep.linalg.Matrix;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How weights start. A rule draws the weights of one unit after the other, each from the first input on; bias weights start at
 * 0, but for {@link #CONSTANT} and {@link #NORMAL}. A batch normalisation always starts with γ = 1 and β = 0. Numbers come from {@link Random}, whose sequence is part of Java's
 * specification, so a seed gives the same weights everywhere.
 */
public enum Initialization {
    /** Every weight 0. */
    ZEROS,
    /** Every weight {@value #CONSTANT_WEIGHT}. */
    CONSTANT,
    /** From N(0, {@value #NORMAL_DEVIATION}²), bias weights too. */
    NORMAL,
    /** From U(−r, r) with r = √(6 / (in + out)) (Glorot and Bengio 2010, equation 16). */
    XAVIER_UNIFORM,
    /** From N(0, 2 / (in + out)) (Glorot and Bengio 2010, equation 12). */
    XAVIER_NORMAL,
    /** From U(−r, r) with r = √(6 / in) (He et al. 2015, equation 10, as a uniform distribution). */
    HE_UNIFORM,
    /** From N(0, 2 / in) (He et al. 2015, equation 10). */
    HE_NORMAL;

    static final double CONSTANT_WEIGHT = 0.1;
    static final double NORMAL_DEVIATION = 0.1;

    /** {@return the name of the rule in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the weights of a network, the same for the same seed} */
    public Theta theta(Network network, long seed) {
        Random random = new Random(seed);
        return new Theta(IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> matrix(network, l, random))
                .toList());
    }

    private Matrix matrix(Network network, int l, Random random) {
        ThetaShape shape = network.theta(l);
        int in = shape.columns() - 1;
        return switch (network.layer(l + 1)) {
            case Dense dense -> matrix(in, dense.units(), dense.units(), random);
            case Conv2d conv -> matrix(in, conv.filters(), conv.filters() * conv.kernel() * conv.kernel(), random);
            case BatchNorm _ -> identity(shape.rows());
            case MaxPool2d _, Flatten _, Addition _ -> Matrix.zeros(0, 0);
        };
    }

    /** {@return γ = 1 and β = 0 of each channel} */
    private static Matrix identity(int channels) {
        double[] entries = new double[2 * channels];
        for (int k = 0; k < entries.length; k += 2) {
            entries[k] = 1;
        }
        return Matrix.of(channels, 2, entries);
    }

    /**
     * {@return the weights of a layer}
     *
     * @param in how many inputs a unit has
     * @param out how many units an input goes to
     */
    private Matrix matrix(int in, int units, int out, Random random) {
        double[] entries = new double[units * (in + 1)];
        for (int k = 0; k < entries.length; k++) {
            boolean bias = k % (in + 1) == 0;
            entries[k] = bias ? bias(random) : weight(in, out, random);
        }
        return Matrix.of(units, in + 1, entries);
    }

    private double bias(Random random) {
        return switch (this) {
            case CONSTANT, NORMAL -> weight(1, 1, random);
            case ZEROS, XAVIER_UNIFORM, XAVIER_NORMAL, HE_UNIFORM, HE_NORMAL -> 0;
        };
    }

    private double weight(int in, int out, Random random) {
        return switch (this) {
            case ZEROS -> 0;
            case CONSTANT -> CONSTANT_WEIGHT;
            case NORMAL -> NORMAL_DEVIATION * random.nextGaussian();
            case XAVIER_UNIFORM -> Math.sqrt(6.0 / (in + out)) * (2 * random.nextDouble() - 1);
            case XAVIER_NORMAL -> Math.sqrt(2.0 / (in + out)) * random.nextGaussian();
            case HE_UNIFORM -> Math.sqrt(6.0 / in) * (2 * random.nextDouble() - 1);
            case HE_NORMAL -> Math.sqrt(2.0 / in) * random.nextGaussian();
        };
    }
}
