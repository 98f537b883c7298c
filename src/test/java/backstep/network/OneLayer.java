package backstep.network;

import java.util.Arrays;

/** A layer of one example, as an engine holds it: behind a number without meaning. */
final class OneLayer {

    private OneLayer() {}

    /** {@return g of all units} */
    static double[] activations(Activation g, double... z) {
        double[] a = behindBias(g, z);
        return Arrays.copyOfRange(a, 1, a.length);
    }

    /** {@return g of all units behind the bias unit} */
    static double[] behindBias(Activation g, double... z) {
        double[] a = new double[z.length + 1];
        System.arraycopy(z, 0, a, 1, z.length);
        g.apply(a, 0, 1, z.length);
        a[0] = 1;
        return a;
    }
}
