package backstep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.linalg.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An example that others have printed, from a file of blocks: a heading, and below it the rows of a matrix. What is expected
 * agrees to one unit of the last digit that is printed, or to what stands behind ± where the inputs are printed less exactly.
 */
record PublishedExample(Map<String, List<String>> blocks) {

    /** What a quantity is expected to be. */
    record Expected(String quantity, List<String> rows, String tolerance) {

        void assertPrinted(Matrix actual) {
            assertEquals(rows.size(), actual.rows(), quantity);
            for (int i = 0; i < rows.size(); i++) {
                String[] printed = rows.get(i).split(" ");
                assertEquals(printed.length, actual.columns(), quantity);
                for (int j = 0; j < printed.length; j++) {
                    String place = quantity + " at " + i + ", " + j;
                    assertEquals(Double.parseDouble(printed[j]), actual.at(i, j), tolerance(printed[j]), place);
                }
            }
        }

        private double tolerance(String printed) {
            return tolerance.isEmpty() ? new BigDecimal(printed).ulp().doubleValue() : Double.parseDouble(tolerance);
        }
    }

    static PublishedExample of(String name) {
        try (InputStream file = PublishedExample.class.getResourceAsStream("published/" + name + ".txt")) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> blocks = new LinkedHashMap<>();
            for (String block : text.split("\n\n")) {
                List<String> lines =
                        block.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) {
                    blocks.put(lines.getFirst(), lines.subList(1, lines.size()));
                }
            }
            return new PublishedExample(blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Matrix matrix(String heading) {
        return Matrix.ofRows(Objects.requireNonNull(blocks.get(heading), heading).stream()
                .map(row -> Arrays.stream(row.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
    }

    Stream<Expected> expected() {
        return blocks.entrySet().stream()
                .filter(block -> block.getKey().startsWith("expect "))
                .map(block -> expected(block.getKey().substring("expect ".length()), block.getValue()));
    }

    private static Expected expected(String heading, List<String> rows) {
        String[] parts = heading.split(" ± ");
        return new Expected(parts[0], rows, parts.length == 1 ? "" : parts[1]);
    }

    Setting setting() {
        Map.Entry<String, List<String>> first = blocks.entrySet().iterator().next();
        Network network = Given.network(first.getKey().substring("network ".length()));
        double lambda = Double.parseDouble(first.getValue().getFirst().substring("lambda ".length()));
        Theta theta = new Theta(IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> matrix("Theta" + l))
                .toList());
        return new Setting(network, theta, new Batch(matrix("x"), matrix("y")), lambda, Sign.LOSS);
    }
}
