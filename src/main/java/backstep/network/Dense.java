package backstep.network;

/**
 * A fully connected layer: z = Θ [1; a], a = g(z).
 *
 * @param units how many units it has, 1 to {@value Limits#UNITS}
 * @param activation g
 */
public record Dense(int units, Activation activation) {}
