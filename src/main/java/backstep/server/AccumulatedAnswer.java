package backstep.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Δ as it grows, example by example. */
public record AccumulatedAnswer(List<Accumulated> accumulated) {

    /**
     * Δ⁽¹⁾ … Δ⁽ᴸ⁾ after some of the examples.
     *
     * @param examples how many
     */
    public record Accumulated(
            int examples, @JsonProperty("Delta") List<double[][]> delta) {}
}
