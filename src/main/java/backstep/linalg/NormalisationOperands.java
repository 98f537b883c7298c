package backstep.linalg;

/**
 * What a normalisation reads and writes. A row of s numbers is split into C channels of s / C numbers each; those of a channel
 * are normalised together, over all examples.
 *
 * @param moments mean and variance of each channel [C × 2]
 * @param eps what is added to a variance so that none is 0
 * @param xHat the normalised numbers [n × s]
 * @param theta scale γ and shift β of each channel [C × 2]
 */
public record NormalisationOperands(Buffer moments, double eps, Buffer xHat, Buffer theta) {}
