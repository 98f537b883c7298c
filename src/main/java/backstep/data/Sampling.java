package backstep.data;

/**
 * How examples are drawn.
 *
 * @param count how many
 * @param noise the standard deviation of what is added at random: to the inputs where the targets are classes, to the targets
 *     where they are numbers
 */
public record Sampling(int count, double noise, long seed) {}
