package backstep.experiment;

import backstep.linalg.Matrix;
import backstep.network.Initialization;
import backstep.network.Network;
import backstep.network.Theta;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Weights as they are written down: one by one, or by the rule that draws them. */
@JsonDeserialize(using = ThetaDocument.Reader.class)
public sealed interface ThetaDocument {

    /** {@return the weights of a network} */
    Theta theta(Network network);

    /** {@return weights as they are written down, one by one} */
    static ThetaDocument of(Theta theta) {
        return new Written(theta.written().stream().map(Matrix::toRows).toArray(double[][][]::new));
    }

    /** @param matrices by layer, row and column; none for layers without weights */
    record Written(@JsonValue double[][][] matrices) implements ThetaDocument {

        @Override
        public Theta theta(Network network) {
            return Theta.of(
                    network,
                    IntStream.range(0, matrices.length)
                            .mapToObj(k -> Rows.matrix("theta/" + k, matrices[k]))
                            .toList());
        }
    }

    /**
     * A rule that draws them.
     *
     * @param seed {@link Experiment#USUAL_SEED} where it is left out
     */
    @JsonDeserialize
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Drawn(Initialization init, @Nullable Long seed) implements ThetaDocument {

        @Override
        public Theta theta(Network network) {
            return init.theta(network, seed == null ? Experiment.USUAL_SEED : seed);
        }
    }

    /** Reads an array as weights and an object as a rule. */
    final class Reader extends StdDeserializer<ThetaDocument> {

        Reader() {
            super(ThetaDocument.class);
        }

        @Override
        public ThetaDocument deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.START_ARRAY
                    ? new Written(context.readValue(parser, double[][][].class))
                    : context.readValue(parser, Drawn.class);
        }
    }
}
