package backstep.network;

import static backstep.network.InvalidNetwork.require;

/**
 * The end of a residual block (He et al. 2016): z⁽ˡ⁾ = a⁽ˡ⁻¹⁾ + a⁽ˡ⁻¹⁻ᵏ⁾, what the block made and what went into it; a = g(z).
 * The layers of the block are layers of the network like others, with numbers of their own; the addition is one more.
 *
 * @param block k, how many layers the block has, additions of blocks inside it counted
 * @param activation g, after the addition
 */
public record Addition(int block, Activation activation) implements Weightless {

    @Override
    public String spelling() {
        return "residual";
    }

    @Override
    public Shape output(String place, Shape input) {
        return input;
    }

    /** {@return the number of the layer whose activations are added, where this makes layer l} */
    public int source(int l) {
        return l - 1 - block;
    }

    /** @throws InvalidNetwork where a block makes another shape than it was given */
    void requireSame(String place, Shape given, Shape made) {
        require(
                given.equals(made),
                place + "/layers",
                "the block is given " + given.text() + " and makes " + made.text()
                        + ", but both are added; let it make as many as it is given");
    }
}
