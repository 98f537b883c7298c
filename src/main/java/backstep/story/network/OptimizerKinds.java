package backstep.story.network;

import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Part;
import backstep.story.network.Schedule.Kind;

/** Which kind of number a step makes that tells of an optimizer. */
final class OptimizerKinds {

    private OptimizerKinds() {}

    /** {@return the kind of what an optimizer remembers after the update} */
    static Kind of(Memory memory) {
        return switch (memory) {
            case MOMENTUM -> Kind.NEW_MOMENTUM;
            case SQUARES -> Kind.NEW_SQUARES;
            case MEAN -> Kind.NEW_MEAN;
            case MEAN_SQUARE -> Kind.NEW_MEAN_SQUARE;
        };
    }

    static Kind of(Part part) {
        return switch (part) {
            case SLOPE -> Kind.SLOPE;
            case CORRECTED_MEAN -> Kind.CORRECTED_MEAN;
            case CORRECTED_MEAN_SQUARE -> Kind.CORRECTED_MEAN_SQUARE;
            case DIRECTION -> Kind.DIRECTION;
        };
    }

    static Kind of(Measure measure) {
        return switch (measure) {
            case LEARNING_RATE -> Kind.LEARNING_RATE;
            case NORM -> Kind.NORM;
            case CLIP -> Kind.CLIP;
            case THETA_NORM -> Kind.THETA_NORM;
            case DIRECTION_NORM -> Kind.DIRECTION_NORM;
            case TRUST_RATIO -> Kind.TRUST_RATIO;
        };
    }
}
