package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps of the story of a network.
 *
 * @param count how many steps the whole story has
 * @param schedule where each number stands in it; null for a derivation
 */
public record NetworkStepsAnswer(int count, @Nullable ScheduleAnswer schedule, List<NetworkStepAnswer> steps) {

    /**
     * One step.
     *
     * @param quantity the address of the number, the row or the matrix that is made
     * @param symbol its name, as LaTeX
     * @param reads the addresses of what it is made from
     * @param value a number, an array of numbers or an array of rows; or the shape of one that has too many numbers
     * @param example the example that it is about, from 1; null where it is about all
     * @param partial whether the number is not complete yet
     */
    public record NetworkStepAnswer(
            int index,
            String phase,
            String quantity,
            String symbol,
            List<String> reads,
            String formula,
            String substituted,
            Object value,
            @JsonUnwrapped PanelAnswer panel,
            @Nullable Integer example,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean partial,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String flag,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /** @param shape how many numbers a vector has; how many rows and columns a matrix has */
    public record ShapeAnswer(List<Integer> shape) {}
}
