package backstep.server;

/**
 * What came of an update.
 *
 * @param predicted the change of J that a straight line foretells, ⟨∂J/∂Θ, ΔΘ⟩
 * @param squaredNorm ‖∂J/∂Θ‖²
 */
public record OutcomeAnswer(double[] losses, double cost, double predicted, double squaredNorm) {}
