package backstep.network;

/**
 * What a pass needs to know: a network with its weights, the examples, and what is asked of them.
 *
 * @param penalty what large weights cost
 * @param sign whether the loss is minimised or the log-likelihood maximised
 */
public record Setting(Network network, Theta theta, Batch batch, Penalty penalty, Sign sign) {

    /** @throws InvalidNetwork where the parts do not fit together */
    public Setting {
        theta.requireFits(network);
        batch.requireFits(network);
        new Objective(network.activation(network.outputLayer()), network.loss(), sign);
    }

    /** A setting whose weights cost by their squares alone. */
    public Setting(Network network, Theta theta, Batch batch, double lambda, Sign sign) {
        this(network, theta, batch, new Penalty(lambda, 0), sign);
    }

    /** {@return λ, how much the squares of weights cost} */
    public double lambda() {
        return penalty.lambda();
    }

    /** {@return J, without the weights and examples it is taken at} */
    public Cost cost() {
        return new Cost(network, penalty, sign);
    }

    /** {@return the same with other weights} */
    public Setting with(Theta other) {
        return new Setting(network, other, batch, penalty, sign);
    }

    /** {@return the same for example e alone, from 1} */
    public Setting example(int e) {
        return new Setting(network, theta, batch.example(e), penalty, sign);
    }

    /** {@return the loss on the output's activation, with its sign} */
    public Objective objective() {
        return network.objective(sign);
    }
}
