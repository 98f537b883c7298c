package backstep.server;

import backstep.training.Metrics;
import java.util.List;

/**
 * A moment of a run as it is shown.
 *
 * @param now what it is judged by
 * @param confusion empty where outputs are no classes
 */
record Scene(
        int iteration,
        int epoch,
        double learningRate,
        Metrics now,
        List<List<Integer>> confusion,
        List<Picture> pictures) {}
