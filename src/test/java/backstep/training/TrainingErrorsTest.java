package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.linalg.Matrix;
import backstep.network.InvalidNetwork;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Trainings that cannot be, and what is said of them. */
class TrainingErrorsTest {

    private static final Schedule.Per EPOCH = Schedule.Per.EPOCH;

    @ParameterizedTest
    @CsvFileSource(resources = "errors.txt", delimiter = '|')
    void whatCannotBeIsNamedWithItsPlaceAndTheWayOut(String asked, String message) {
        String[] words = asked.split(" ");
        double first = Double.parseDouble(words[1]);
        double second = Double.parseDouble(words[2]);
        InvalidNetwork error = assertThrows(InvalidNetwork.class, () -> ask(words[0], first, second));
        assertEquals(message, error.getMessage());
    }

    private static Object ask(String what, double first, double second) {
        int count = (int) first;
        Training training = Training.DEFAULT;
        return switch (what) {
            case "sgd" -> new Sgd(first, second, false);
            case "nesterov" -> new Sgd(first, second, true);
            case "adagrad" -> new Adagrad(first, second);
            case "rmsprop" -> new RmsProp(first, second, 1e-8);
            case "adam" -> new RunningMeans(first, second, 1e-8);
            case "adamw" -> new AdamW(first, Adam.MEANS, second);
            case "lamb" -> new Lamb(first, Lamb.MEANS, second);
            case "step" -> new StepDecay(count, second, EPOCH);
            case "exponential" -> new Exponential(second, EPOCH);
            case "cosine" -> new Cosine(count, second, EPOCH);
            case "warmup" -> new WarmupCosine(count, (int) second, 0, EPOCH);
            case "stopping" -> new EarlyStopping(count, second);
            case "batch" -> training.withBatchSize(count);
            case "epochs" -> training.withEpochs(count);
            case "clip" -> training.withClipNorm(first);
            case "branch" -> branch(count, (int) second);
            case "state" -> state(count);
            default -> throw new AssertionError("unknown: " + what);
        };
    }

    private static Plan branch(int iteration, int epochs) {
        Plan plan = GivenPlan.xor(Sgd.plain(0.1));
        Start start = new Start(iteration, plan.start().theta(), Optional.empty());
        return new Plan(plan.cost(), start, plan.split(), plan.training().withEpochs(epochs));
    }

    /** A state without memories, or with memories of another shape. */
    private static Plan state(int empty) {
        Plan plan = GivenPlan.xor(Adam.of(0.1));
        List<Matrix> memory = empty == 1 ? List.of() : List.of(Matrix.zeros(1, 1), Matrix.zeros(1, 1));
        Start start = new Start(0, plan.start().theta(), Optional.of(new OptimizerState(1, memory, memory)));
        return new Plan(plan.cost(), start, plan.split(), plan.training());
    }
}
