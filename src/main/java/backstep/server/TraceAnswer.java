package backstep.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Both traces of an expression at a point, its graph, and its derivatives beside what they are checked against.
 *
 * @param output which output is differentiated, from 0
 * @param value of that output
 * @param gradient of that output, by input
 * @param tangents the tangent trace of each input
 * @param check the gradient beside central differences
 * @param jacobian [outputs × inputs]
 * @param hessian of the differentiated output [inputs × inputs]
 * @param operations how many arithmetic operations each sweep took
 */
public record TraceAnswer(
        Written expression,
        List<InputAnswer> inputs,
        List<OutputAnswer> outputs,
        int output,
        double value,
        Map<String, Double> gradient,
        List<LineAnswer> primal,
        List<AdjointLineAnswer> adjoint,
        Map<String, List<LineAnswer>> tangents,
        GraphAnswer graph,
        List<CheckAnswer> check,
        double[][] jacobian,
        double[][] hessian,
        Operations operations) {

    /**
     * The expression as it was understood.
     *
     * @param text in the grammar of the editor
     */
    public record Written(String text, String latex) {}

    /** @param v the variable that it is, such as v-1 */
    public record InputAnswer(String name, String v, String latex, double value) {}

    /** @param v the variable that holds it, or null where it is a constant */
    public record OutputAnswer(String name, @Nullable String v, String latex, double value) {}

    /** What the lines of all traces have in common. */
    public sealed interface TraceLine {

        /** {@return its index in the story} */
        int step();

        /** {@return the whole formula, as LaTeX} */
        String formula();

        /** {@return the right side of the formula} */
        String operation();

        /** {@return the right side with its numbers} */
        String substituted();

        /** {@return the number that the line makes} */
        double value();

        /** {@return why the number needs a word, if it does} */
        @Nullable
        String flag();

        /** {@return that word} */
        @Nullable
        String reason();
    }

    /**
     * A line of the primal or a tangent trace.
     *
     * @param step its index in the story
     * @param v what it makes, such as v3 or vdot3
     * @param operation the right side of the formula
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineAnswer(
            int step,
            String v,
            String address,
            String formula,
            String operation,
            String substituted,
            double value,
            List<String> reads,
            @Nullable String flag,
            @Nullable String reason)
            implements TraceLine {}

    /**
     * A line of the adjoint trace: one contribution.
     *
     * @param v what it adds to, such as vbar0
     * @param adjointOf the variable whose adjoint that is
     * @param contribution what it adds
     * @param through the operation's variable that used it; null for the seed
     * @param operand which operand of that operation it is, 0 the left
     * @param partial the local derivative
     * @param last whether the adjoint is complete with this line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AdjointLineAnswer(
            int step,
            String v,
            String address,
            String formula,
            String operation,
            String substituted,
            double value,
            List<String> reads,
            @Nullable String flag,
            @Nullable String reason,
            String adjointOf,
            double contribution,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String through,

            int operand,
            double partial,
            boolean last)
            implements TraceLine {}

    /** The computation graph; lengths in CSS pixels. */
    public record GraphAnswer(double width, double height, List<NodeAnswer> nodes, List<EdgeAnswer> edges) {}

    /**
     * @param kind input or operation
     * @param label what stands in the circle, as LaTeX
     * @param name how it is read aloud
     * @param output the name of the output that it holds
     */
    public record NodeAnswer(
            String id,
            String address,
            String kind,
            String label,
            String name,
            double x,
            double y,
            double r,
            @Nullable String output) {}

    /**
     * @param points from circle to circle
     * @param label the centre of its label
     * @param step the index of the adjoint line that goes back along it; null where the output does not depend on it
     */
    public record EdgeAnswer(
            String from,
            String to,
            int operand,
            double[][] points,
            double[] label,
            PartialAnswer partial,
            @Nullable Integer step) {}

    /** A local derivative. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartialAnswer(
            String latex, double value, @Nullable String flag) {}

    /** A derivative beside the central difference that checks it. */
    public record CheckAnswer(String input, double derivative, double difference, double relativeError, double step) {}

    /** Arithmetic operations, counted. */
    public record Operations(
            @JsonProperty("primal") int ofPrimal,
            @JsonProperty("reverse") int ofReverse) {}
}
