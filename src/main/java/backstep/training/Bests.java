package backstep.training;

import java.util.Arrays;

/** Losses that were the best when they came, with their epochs. A run may have a million of them, so they lie in arrays. */
final class Bests {

    private int[] epochs = new int[16];
    private double[] losses = new double[16];
    private int count;

    /** Takes another one, of a later epoch. */
    void add(int epoch, double loss) {
        if (count == epochs.length) {
            epochs = Arrays.copyOf(epochs, 2 * count);
            losses = Arrays.copyOf(losses, 2 * count);
        }
        epochs[count] = epoch;
        losses[count] = loss;
        count++;
    }

    /** {@return the epoch of the last best up to the end of an epoch that is not before the first one} */
    int epoch(int until) {
        return epochs[at(until)];
    }

    /** {@return the last best itself} */
    double loss(int until) {
        return losses[at(until)];
    }

    private int at(int until) {
        int found = Arrays.binarySearch(epochs, 0, count, until);
        return found >= 0 ? found : -found - 2;
    }
}
