package backstep.training;

/**
 * One weight before an update.
 *
 * @param t the how-manieth update it is, from 1
 * @param rate η of this update
 * @param theta the weight
 * @param slope its entry of D, clipped where the training clips
 * @param first what the optimizer remembers of it, 0 where it remembers nothing
 * @param second the same once more
 * @param trustRatio of the weight's layer, 1 for optimizers that have none
 */
public record Entry(int t, double rate, double theta, double slope, double first, double second, double trustRatio) {}
