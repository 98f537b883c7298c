package backstep.linalg;

/**
 * What an {@link UpdateRule} reads and writes, all of the shape of theta; memories that the rule has not may have any shape.
 *
 * @param theta weights
 * @param slope ∂J/∂Θ
 * @param first what is remembered of earlier slopes, brought up to date
 * @param second the same once more
 * @param result written; may be theta
 */
public record UpdateOperands(Buffer theta, Buffer slope, Buffer first, Buffer second, Buffer result) {}
