package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.training.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is said of runs that are well, or that have only begun. */
class HealthyRunTest extends DiagnosedRuns {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    learning-rate, η = 1
                    batch-size, 10
                    batch-size, 1
                    momentum, 0.9
                    optimizers, momentum
                    optimizers, Adam
                    schedules, cosine
                    schedules, step
                    width, 16 + 16 units
                    'vanishing-gradient', 'tanh, Xavier'
                    'vanishing-gradient', 'ReLU, He'
                    over-fitting, ten times the data
                    over-fitting, L2 penalty
                    minima, seed 4
                    approximation, 8 units
                    """, quoteCharacter = '\'')
    void nothingIsSaidOfARunThatIsWell(String slug, String label) {
        LiveRun live = done(laboratory(slug, label));
        assertEquals(
                new DiagnosisAnswer(last(live).iteration(), "Nothing is wrong with it.", List.of()), diagnosis(live));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.5})
    void nothingIsSaidOfARunThatIsWellOnItsWay(double part) {
        LiveRun live = done(laboratory("batch-size", "10"));
        int k = (int) (part * live.look(Run::iteration));
        assertEquals(List.of(), new DiagnosisWriter(live, k).write().findings());
    }

    @Test
    void theFirstEpochsSayNothing() {
        LiveRun live = done(laboratory("learning-rate", "η = 0.01"));
        DiagnosisAnswer early = new DiagnosisWriter(live, 2).write();
        assertEquals("It is too early to say: after 5 epochs the curves tell something.", early.verdict());
        assertEquals(List.of(), early.findings());
    }

    @Test
    void aMomentIsToldByWhatWasKnownThen() {
        LiveRun live = done(laboratory("over-fitting", "nothing done"));
        assertEquals(List.of(), new DiagnosisWriter(live, 150).write().findings());
    }
}
