package backstep.server;

import backstep.data.Split;
import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import backstep.server.SweepRequest.Axis;
import backstep.server.TrainingRuns.Wanted;
import backstep.training.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The experiments of a sweep: one document, with two settings that each of them has otherwise. */
final class SweepGrid {

    /** The most numbers in the examples of all runs together, of which each has its own. */
    private static final long NUMBERS = 10_000_000;

    /** A value of an axis, and where it stands in the request. */
    private record Choice(Axis axis, String pointer, int index) {

        JsonNode value() {
            return axis.values().get(index);
        }

        String place() {
            return pointer + "/values/" + index;
        }
    }

    private final ObjectNode document;
    private final SweepRequest request;
    private final Consumer<Plan> bound;

    /**
     * A grid around an experiment.
     *
     * @param bound refuses plans that are too large
     * @throws InvalidNetwork where already the experiment itself cannot be
     */
    SweepGrid(ExperimentDocument document, SweepRequest request, Consumer<Plan> bound) {
        Experiment.of(document);
        this.document = Json.MAPPER.valueToTree(document);
        this.request = request;
        this.bound = bound;
    }

    /**
     * {@return an experiment for each cell, row by row}
     *
     * @throws InvalidRequest where a value leads to none, or all of them are too large
     */
    List<Wanted> runs() {
        List<Wanted> wanted = new ArrayList<>();
        long numbers = 0;
        for (int i = 0; i < request.rows().values().size(); i++) {
            for (int j = 0; j < request.columns().values().size(); j++) {
                Wanted cell =
                        cell(new Choice(request.rows(), "/rows", i), new Choice(request.columns(), "/columns", j));
                numbers += numbers(cell.experiment().plan().split());
                requireBounded(numbers);
                wanted.add(cell);
            }
        }
        return wanted;
    }

    private static long numbers(Split split) {
        return Stream.concat(Stream.of(split.train()), split.test().stream())
                .mapToLong(SweepGrid::numbers)
                .sum();
    }

    private static long numbers(Batch batch) {
        return (long) batch.size() * (batch.x().columns() + batch.y().columns());
    }

    private static void requireBounded(long numbers) {
        InvalidRequest.require(
                numbers <= NUMBERS,
                "/columns/values",
                String.format(
                        Locale.ROOT,
                        "the examples of all runs together must be at most %,d numbers; take fewer values, or fewer examples",
                        NUMBERS));
    }

    private Wanted cell(Choice row, Choice column) {
        try {
            return wanted(row, column);
        } catch (InvalidRequest | InvalidNetwork e) {
            throw Optional.ofNullable(mistake(row))
                    .or(() -> Optional.ofNullable(mistake(column)))
                    .orElseGet(() -> blame(
                            column, "with " + row.axis().setting().label(row.value()) + " it cannot be: " + claim(e)));
        }
    }

    /** {@return what is wrong with a value by itself} */
    private @Nullable InvalidRequest mistake(Choice alone) {
        try {
            wanted(alone);
            return null;
        } catch (InvalidRequest | InvalidNetwork e) {
            return blame(alone, claim(e));
        }
    }

    private static InvalidRequest blame(Choice choice, String claim) {
        return new InvalidRequest(choice.place(), choice.place() + ": " + claim);
    }

    private static String claim(RuntimeException e) {
        return e instanceof InvalidRequest ours ? ours.detail() : String.valueOf(e.getMessage());
    }

    private Wanted wanted(Choice... choices) {
        ObjectNode changed = document.deepCopy();
        Stream.of(choices)
                .sorted(Comparator.comparing(choice -> choice.axis().setting()))
                .forEach(choice -> choice.axis().setting().set(changed, choice.value()));
        changed.put("title", title(choices));
        ExperimentDocument cell = Json.read(Json.MAPPER.writeValueAsBytes(changed), ExperimentDocument.class);
        Experiment experiment = Experiment.of(cell);
        bound.accept(experiment.plan());
        return new Wanted(cell, experiment);
    }

    private static String title(Choice... choices) {
        return String.join(
                ", ",
                Stream.of(choices)
                        .map(choice -> choice.axis().setting().label(choice.value()))
                        .toList());
    }
}
