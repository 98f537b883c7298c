package backstep.network;

import static backstep.network.InvalidNetwork.require;

/**
 * What a pass needs to know: a network with its weights, the examples, and what is asked of them.
 *
 * @param lambda λ, how much large weights cost; bias weights cost nothing
 * @param sign whether the loss is minimised or the log-likelihood maximised
 */
public record Setting(Network network, Theta theta, Batch batch, double lambda, Sign sign) {

    /** @throws InvalidNetwork where the parts do not fit together */
    public Setting {
        theta.requireFits(network);
        batch.requireFits(network);
        require(lambda >= 0 && Double.isFinite(lambda), "lambda", "must be 0 or a positive number, was " + lambda);
        new Objective(network.activation(network.outputLayer()), network.loss(), sign);
    }

    /** {@return the same with other weights} */
    public Setting with(Theta other) {
        return new Setting(network, other, batch, lambda, sign);
    }

    /** {@return the same for example e alone, from 1} */
    public Setting example(int e) {
        return new Setting(network, theta, batch.example(e), lambda, sign);
    }

    /** {@return the loss on the output's activation, with its sign} */
    public Objective objective() {
        return network.objective(sign);
    }
}
