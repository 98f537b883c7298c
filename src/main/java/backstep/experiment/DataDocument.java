package backstep.experiment;

import backstep.network.Batch;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Examples as they are written down: one by one ({@code x} and {@code y}), by the name of a data set ({@code dataset}), or as a
 * table of comma-separated values ({@code csv}). What is left out is as it usually is.
 *
 * @param x inputs, one example a row
 * @param y targets, one example a row
 * @param dataset the name of a data set
 * @param count how many examples
 * @param noise how much chance there is in them
 * @param function the formula of the data set {@code expression}
 * @param from the smallest input of a function
 * @param to the largest
 * @param size of the pictures of {@code digits}
 * @param csv the text of a table
 * @param targets which columns of it are targets; the last where it is left out
 * @param inputs the names of the columns of it that are inputs; all that are no targets where it is left out
 * @param testFraction the part that is held back for testing
 * @param seed of all chance in the examples, and of which are held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataDocument(
        double @Nullable [][] x,
        double @Nullable [][] y,
        @Nullable String dataset,
        @Nullable Integer count,
        @Nullable Double noise,
        @Nullable String function,
        @Nullable Double from,
        @Nullable Double to,
        @Nullable Integer size,
        @Nullable String csv,
        @Nullable TargetsDocument targets,
        @Nullable List<String> inputs,
        @Nullable Double testFraction,
        @Nullable Long seed) {

    private static final Map<String, List<String>> FIELDS = new TreeMap<>(Map.of(
            "x", List.of("y", "testFraction", "seed"),
            "dataset", List.of("count", "noise", "function", "from", "to", "size", "testFraction", "seed"),
            "csv", List.of("targets", "inputs", "testFraction", "seed")));

    /** {@return examples, written down one by one} */
    public static DataDocument of(Batch examples) {
        return new DataDocument(
                examples.x().toRows(),
                examples.y().toRows(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * {@return a data set by its name, as it usually is}
     *
     * @param function its formula, where it needs one
     */
    public static DataDocument of(String dataset, @Nullable String function) {
        return new DataDocument(
                null, null, dataset, null, null, function, null, null, null, null, null, null, null, null);
    }

    /** {@return examples of a typed function, evenly spread over an interval} */
    public static DataDocument of(String function, double from, double to) {
        return new DataDocument(
                null, null, "expression", null, null, function, from, to, null, null, null, null, null, null);
    }

    /** {@return the fields that are given beside the one that shows what is described} */
    Constants constants() {
        return new Constants("data", FIELDS)
                .with("y", y)
                .with("count", count)
                .with("noise", noise)
                .with("function", function)
                .with("from", from)
                .with("to", to)
                .with("size", size)
                .with("targets", targets)
                .with("inputs", inputs)
                .with("testFraction", testFraction)
                .with("seed", seed);
    }
}
