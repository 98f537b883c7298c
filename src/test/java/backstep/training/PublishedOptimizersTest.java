package backstep.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Optimizers held against numbers that others have printed: files of blocks, carried out from top to bottom. A slope is an
 * update; what is expected agrees to what stands behind ±.
 */
class PublishedOptimizersTest {

    private static final Path FOLDER = Path.of("src/test/resources/backstep/training/published");

    static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thereAreExamples() throws IOException {
        assertEquals(16, examples().size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theUpdateIsTheOnePrinted(String name) throws IOException {
        List<List<String>> blocks = Arrays.stream(
                        Files.readString(FOLDER.resolve(name)).split("\n\n"))
                .map(block ->
                        block.lines().filter(line -> !line.startsWith("#")).toList())
                .filter(lines -> !lines.isEmpty())
                .toList();
        int expectations = new Example(optimizer(blocks.getFirst().getFirst())).perform(blocks);
        assertTrue(expectations > 0, "nothing is expected");
    }

    private static final class Example {

        private final Optimizer optimizer;
        private final Map<String, double[]> given = new HashMap<>();
        private @Nullable Stepping stepping;
        private int expectations;

        Example(Optimizer optimizer) {
            this.optimizer = optimizer;
        }

        int perform(List<List<String>> blocks) {
            for (List<String> block : blocks.subList(1, blocks.size())) {
                double[] numbers = Arrays.stream(block.get(1).split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (block.getFirst().startsWith("expect ")) {
                    expect(block.getFirst().split(" "), numbers);
                } else if (block.getFirst().equals("slope")) {
                    stepping().step(optimizer.learningRate(), Matrix.of(1, numbers.length, numbers));
                } else {
                    given.put(block.getFirst(), numbers);
                }
            }
            return expectations;
        }

        private void expect(String[] heading, double... numbers) {
            Matrix actual = switch (heading[1]) {
                case "theta" -> stepping().theta().matrix(1);
                case "first" -> stepping().state().first().getFirst();
                case "second" -> stepping().state().second().getFirst();
                default -> throw new AssertionError("unknown: " + heading[1]);
            };
            assertArrayEquals(numbers, actual.toArray(), Double.parseDouble(heading[3]), heading[1]);
            expectations++;
        }

        private Stepping stepping() {
            if (stepping == null) {
                double[] theta = given.getOrDefault("theta", new double[0]);
                int updates = (int) given.getOrDefault("updates", new double[1])[0];
                int memories = optimizer.rule().memories();
                OptimizerState state = new OptimizerState(
                        updates,
                        memory("first", memories >= 1, theta.length),
                        memory("second", memories >= 2, theta.length));
                stepping = new Stepping(optimizer, Stepping.row(theta)).from(state);
            }
            return stepping;
        }

        private List<Matrix> memory(String name, boolean used, int width) {
            double[] numbers = given.getOrDefault(name, new double[width]);
            return used ? List.of(Matrix.of(1, width, numbers)) : List.of();
        }
    }

    private static Optimizer optimizer(String line) {
        String[] words = line.split(" ");
        Map<String, Double> of = new HashMap<>();
        Arrays.stream(words)
                .skip(2)
                .map(word -> word.split("="))
                .forEach(pair -> of.put(pair[0], Double.valueOf(pair[1])));
        double rate = of.getOrDefault("learningRate", Double.NaN);
        return switch (words[1]) {
            case "sgd" -> new Sgd(rate, of.getOrDefault("momentum", 0.0), false);
            case "adagrad" -> new Adagrad(rate, of.getOrDefault("eps", Adagrad.EPS));
            case "rmsprop" ->
                new RmsProp(rate, of.getOrDefault("alpha", RmsProp.ALPHA), of.getOrDefault("eps", RmsProp.EPS));
            case "adam" -> Adam.of(rate);
            case "adamw" -> new AdamW(rate, Adam.MEANS, of.getOrDefault("weightDecay", AdamW.WEIGHT_DECAY));
            case "lamb" -> Lamb.of(rate);
            default -> throw new AssertionError("unknown: " + words[1]);
        };
    }
}
