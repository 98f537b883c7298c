package backstep.data;

import backstep.network.Batch;
import java.util.Optional;

/**
 * Examples to learn from, and examples to be judged by.
 *
 * @param train the training set
 * @param test the test set, where one is kept apart
 */
public record Split(Batch train, Optional<Batch> test) {}
