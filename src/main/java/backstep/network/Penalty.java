package backstep.network;

import static backstep.network.InvalidNetwork.require;

/**
 * What large weights cost: (λ/2) Σ θ² + λ₁ Σ |θ|, over all weights but those of bias units.
 *
 * @param lambda λ of the squares, the L2 penalty
 * @param l1 λ₁ of the absolute values, the L1 penalty
 */
public record Penalty(double lambda, double l1) {

    /** Large weights cost nothing. */
    public static final Penalty NONE = new Penalty(0, 0);

    /** @throws InvalidNetwork where one is negative or no finite number */
    public Penalty {
        requireFactor("lambda", lambda);
        requireFactor("l1", l1);
    }

    private static void requireFactor(String place, double factor) {
        require(factor >= 0 && Double.isFinite(factor), place, "must be 0 or a positive number, was " + factor);
    }
}
