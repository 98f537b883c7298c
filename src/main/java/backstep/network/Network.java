package backstep.network;

import static backstep.network.InvalidNetwork.require;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A fully connected network. With one layer it is a single node, or a row of them: logistic regression.
 *
 * @param inputs s₁, how many numbers an example has
 * @param layers layers 2 to L + 1
 */
public record Network(int inputs, List<Dense> layers, Loss loss) {

    /** @throws InvalidNetwork where it is too large, or softmax stands where it cannot */
    public Network {
        layers = List.copyOf(layers);
        requireUnits("network/inputs", inputs);
        require(
                !layers.isEmpty() && layers.size() <= Limits.LAYERS,
                "network/layers",
                "must be 1 to " + Limits.LAYERS + " layers, was " + layers.size());
        for (int k = 0; k < layers.size(); k++) {
            requireLayer("network/layers/" + k, layers.get(k), k == layers.size() - 1);
        }
        Combination.requireSensible(layers.getLast().activation(), loss);
        long weights = weights(inputs, layers);
        require(
                weights <= Limits.WEIGHTS,
                "network",
                String.format(
                        Locale.ROOT,
                        "must have at most %,d weights, has %,d; take fewer units",
                        Limits.WEIGHTS,
                        weights));
    }

    private static void requireLayer(String place, Dense layer, boolean last) {
        requireUnits(place + "/units", layer.units());
        if (layer.activation() == Activation.SOFTMAX) {
            require(
                    last,
                    place + "/activation",
                    "softmax is for the last layer alone, whose activations are probabilities that add up to 1");
            require(
                    layer.units() > 1,
                    place + "/units",
                    "softmax of a single unit is always 1; use sigmoid, or 2 units or more");
        }
    }

    private static void requireUnits(String place, int units) {
        require(
                units >= 1 && units <= Limits.UNITS,
                place,
                String.format(Locale.ROOT, "must be 1 to %,d, was %,d", Limits.UNITS, units));
    }

    private static long weights(int inputs, List<Dense> layers) {
        long sum = 0;
        int from = inputs;
        for (Dense layer : layers) {
            sum += (long) layer.units() * (from + 1);
            from = layer.units();
        }
        return sum;
    }

    /** {@return L, how many matrices Θ there are} */
    public int depth() {
        return layers.size();
    }

    /** {@return L + 1, the number of the output layer} */
    public int outputLayer() {
        return depth() + 1;
    }

    /** {@return sₗ, how many units layer l has, the bias unit not counted; l from 1 to L + 1} */
    public int units(int l) {
        return l == 1 ? inputs : layers.get(l - 2).units();
    }

    /** {@return g of layer l; l from 2 to L + 1} */
    public Activation activation(int l) {
        return layers.get(l - 2).activation();
    }

    /** {@return K, how many outputs there are} */
    public int outputs() {
        return units(outputLayer());
    }

    /** {@return how many weights there are, bias weights included} */
    public int weights() {
        return (int) weights(inputs, layers);
    }

    /** {@return the loss on the output's activation} */
    public Objective objective(Sign sign) {
        return new Objective(activation(outputLayer()), loss, sign);
    }

    /** {@return the numbers of units from the inputs to the outputs, as 3–3–1} */
    public String sizes() {
        return String.join(
                "–",
                IntStream.rangeClosed(1, outputLayer())
                        .mapToObj(l -> Integer.toString(units(l)))
                        .toList());
    }
}
