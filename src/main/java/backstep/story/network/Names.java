package backstep.story.network;

import backstep.network.Activation;
import backstep.network.Network;
import backstep.network.Shape;

/** What units and functions are called in a sentence. */
record Names(Network network) {

    /** {@return the unit without an article: hidden unit 2, unit 2 of layer 3, output 2, input 1} */
    String unit(int l, int i) {
        if (i == 0) {
            return "the bias unit";
        }
        if (l == 1) {
            return "input " + i;
        }
        if (l == network.outputLayer()) {
            return network.outputs() == 1 ? "the output" : "output " + i;
        }
        return network.depth() == 2 ? "hidden unit " + i : "unit " + i + " of layer " + l;
    }

    /** {@return the unit, and where it stands in an image: unit 22 of layer 2 (channel 2, row 2, column 2)} */
    String placed(int l, int i) {
        if (i == 0 || !(network.shape(l) instanceof Shape.Image image)) {
            return unit(l, i);
        }
        int place = (i - 1) % image.places();
        return unit(l, i) + " (channel " + ((i - 1) / image.places() + 1) + ", row " + (place / image.width() + 1)
                + ", column " + (place % image.width() + 1) + ")";
    }

    /** {@return the layer: the hidden layer, layer 3, the outputs} */
    String layer(int l) {
        if (l == 1) {
            return "the inputs";
        }
        if (l == network.outputLayer()) {
            return network.outputs() == 1 ? "the output" : "the outputs";
        }
        return network.depth() == 2 ? "the hidden layer" : "layer " + l;
    }

    static String activation(Activation activation) {
        return switch (activation) {
            case SIGMOID -> "sigmoid";
            case RELU -> "ReLU";
            case TANH -> "tanh";
            case LINEAR -> "identity";
            case SOFTMAX -> "softmax";
            case LEAKY_RELU -> "leaky ReLU";
        };
    }
}
