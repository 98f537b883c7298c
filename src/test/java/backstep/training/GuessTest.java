package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Matrix;
import backstep.network.Batch;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuessTest {

    @Test
    void theWrongOnesComeFirstTheSurestBeforeAll() {
        Batch examples = new Batch(Matrix.zeros(4, 1), Matrix.of(4, 2, 1, 0, 1, 0, 0, 1, 0, 1));
        Matrix outputs = Matrix.of(4, 2, 0.9, 0.1, 0.4, 0.6, 0.8, 0.2, 0.3, 0.7);
        assertEquals(
                List.of(
                        new Guess(2, 1, 0, 0.8),
                        new Guess(1, 0, 1, 0.6),
                        new Guess(3, 1, 1, 0.7),
                        new Guess(0, 0, 0, 0.9)),
                Guess.of(examples, outputs));
    }

    @Test
    void aSingleOutputIsTheProbabilityOfTheSecondClass() {
        Batch examples = new Batch(Matrix.zeros(2, 1), Matrix.of(2, 1, 0, 1));
        assertEquals(
                List.of(new Guess(0, 0, 1, 0.75), new Guess(1, 1, 1, 0.5)),
                Guess.of(examples, Matrix.of(2, 1, 0.75, 0.5)));
    }
}
