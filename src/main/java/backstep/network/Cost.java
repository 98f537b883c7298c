package backstep.network;

/**
 * J of a network, what training makes small: the mean loss of the examples and what large weights cost.
 *
 * @param sign whether the loss is minimised or the log-likelihood maximised
 */
public record Cost(Network network, Penalty penalty, Sign sign) {

    /** @throws InvalidNetwork where there is no likelihood to maximise */
    public Cost {
        network.objective(sign);
    }

    /** {@return the loss on the output's activation, with its sign} */
    public Objective objective() {
        return network.objective(sign);
    }
}
