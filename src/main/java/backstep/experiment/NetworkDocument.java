package backstep.experiment;

import backstep.network.Activation;
import backstep.network.Dense;
import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network as it is written down.
 *
 * @param inputs how many numbers an example has
 */
public record NetworkDocument(int inputs, List<LayerDocument> layers, Loss loss) {

    /** @param type dense */
    public record LayerDocument(String type, int units, Activation activation) {

        private Dense layer(String place) {
            if (!type.equals("dense")) {
                throw new InvalidNetwork(place + "/type", "must be dense, was \"" + type + "\"");
            }
            return new Dense(units, activation);
        }
    }

    /**
     * {@return the network that is described}
     *
     * @throws InvalidNetwork where it cannot be
     */
    Network network() {
        return new Network(
                inputs,
                IntStream.range(0, layers.size())
                        .mapToObj(k -> layers.get(k).layer("network/layers/" + k))
                        .toList(),
                loss);
    }

    /** {@return a network as it is written down} */
    public static NetworkDocument of(Network network) {
        return new NetworkDocument(
                network.inputs(),
                network.layers().stream()
                        .map(layer -> new LayerDocument("dense", layer.units(), layer.activation()))
                        .toList(),
                network.loss());
    }
}
