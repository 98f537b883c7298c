package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a story.
 *
 * @param count how many steps the whole story has
 */
public record StepsAnswer(int count, List<PhaseAnswer> phases, List<StepAnswer> steps) {

    /** A run of steps of one phase. */
    public record PhaseAnswer(String phase, String title, int from, int count) {}

    /**
     * One step.
     *
     * @param quantity the address of the number that is made
     * @param reads the addresses of the numbers that it is made from
     */
    public record StepAnswer(
            int index,
            String phase,
            String quantity,
            List<String> reads,
            String formula,
            String substituted,
            double value,
            @JsonUnwrapped PanelAnswer panel,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String flag,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}
}
