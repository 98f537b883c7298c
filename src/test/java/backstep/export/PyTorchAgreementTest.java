package backstep.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.training.Plan;
import backstep.training.Trainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts of {@link PlansForPyTorch} were run in PyTorch 1.13; the weights that they ended with stand in
 * pytorch-results.txt, and the trainer ends with the same.
 */
class PyTorchAgreementTest {

    private static final double RELATIVE = 1e-11;
    private static final Map<String, double[]> RESULTS = results();

    private static Map<String, double[]> results() {
        try (InputStream text =
                Objects.requireNonNull(PyTorchAgreementTest.class.getResourceAsStream("pytorch-results.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .collect(Collectors.toMap(
                            parts -> parts[0],
                            parts -> Arrays.stream(parts[1].split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<String> names() {
        return List.copyOf(PlansForPyTorch.all().keySet());
    }

    @Test
    void thereIsAResultForEveryPlan() {
        assertEquals(PlansForPyTorch.all().keySet(), RESULTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theTrainerEndsWithTheWeightsOfPyTorch(String name) {
        double[] ours = trained(new EjmlEngine(), name);
        double[] theirs = Objects.requireNonNull(RESULTS.get(name));
        assertArrayEquals(theirs, ours, RELATIVE);
        assertTrue(Arrays.stream(ours).allMatch(Double::isFinite));
    }

    /** An optimizer divides by the root of small numbers, where a rounding weighs more. */
    @ParameterizedTest
    @MethodSource("names")
    void inSinglePrecisionItEndsNearThem(String name) {
        double[] theirs = Objects.requireNonNull(RESULTS.get(name));
        assertArrayEquals(theirs, trained(new EjmlFloatEngine(), name), 1e-4);
    }

    private static double[] trained(MatrixEngine engine, String name) {
        Plan plan = PlansForPyTorch.all().get(name);
        Trainer trainer = new Trainer(engine, plan);
        for (int k = plan.start().iteration(); k < plan.iterations(); k++) {
            trainer.update();
        }
        return trainer.theta().written().stream()
                .map(Matrix::toArray)
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }
}
