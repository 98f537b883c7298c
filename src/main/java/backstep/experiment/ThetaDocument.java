package backstep.experiment;

import backstep.network.Initialization;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Weights as they are written down: one by one, or by the rule that draws them. */
@JsonDeserialize(using = ThetaDocument.Reader.class)
public sealed interface ThetaDocument {

    /** @param matrices by layer, row and column */
    record Written(double[][][] matrices) implements ThetaDocument {}

    /**
     * A rule that draws them.
     *
     * @param seed {@link Experiment#USUAL_SEED} where it is left out
     */
    @JsonDeserialize
    record Drawn(Initialization init, @Nullable Long seed) implements ThetaDocument {}

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
