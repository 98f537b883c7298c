package backstep.experiment;

import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Network;
import java.util.List;

/**
 * A network as it is written down.
 *
 * @param inputs how many numbers an example has, or the sides of an image
 */
public record NetworkDocument(InputsDocument inputs, List<LayerDocument> layers, Loss loss) {

    /**
     * {@return the network that is described}
     *
     * @throws InvalidNetwork where it cannot be
     */
    Network network() {
        return new Network(inputs.shape(), LayerDocument.flat("network/layers", layers), loss);
    }

    /** {@return a network as it is written down} */
    public static NetworkDocument of(Network network) {
        return new NetworkDocument(
                InputsDocument.of(network.shape(1)), LayerDocument.of(network.layers()), network.loss());
    }
}
