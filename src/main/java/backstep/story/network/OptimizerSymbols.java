package backstep.story.network;

import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Memory;
import backstep.story.NetworkQuantity.Part;

/** The letters of what an optimizer remembers and makes. */
final class OptimizerSymbols {

    /** ‖∂J/∂Θ‖. */
    static final String NORM = "\\lVert \\partial J/\\partial \\Theta \\rVert";

    private OptimizerSymbols() {}

    static String letter(Memory memory) {
        return switch (memory) {
            case MOMENTUM -> "b";
            case SQUARES -> "s";
            case MEAN -> "m";
            case MEAN_SQUARE -> "v";
        };
    }

    static String spoken(Memory memory) {
        return letter(memory);
    }

    static String letter(Part part) {
        return switch (part) {
            case SLOPE -> "\\tilde{D}";
            case CORRECTED_MEAN -> "\\hat{m}";
            case CORRECTED_MEAN_SQUARE -> "\\hat{v}";
            case DIRECTION -> "u";
        };
    }

    static String spoken(Part part) {
        return switch (part) {
            case SLOPE -> "D tilde";
            case CORRECTED_MEAN -> "m hat";
            case CORRECTED_MEAN_SQUARE -> "v hat";
            case DIRECTION -> "u";
        };
    }

    /** @param layer the layer in parentheses above a letter, or nothing */
    static String latex(Measure measure, String layer) {
        return switch (measure) {
            case LEARNING_RATE -> "\\eta";
            case NORM -> NORM;
            case CLIP -> "c";
            case THETA_NORM -> "\\lVert \\Theta" + layer + " \\rVert";
            case DIRECTION_NORM -> "\\lVert u" + layer + " \\rVert";
            case TRUST_RATIO -> "r" + layer;
        };
    }

    static String spoken(Measure measure) {
        return switch (measure) {
            case LEARNING_RATE -> "the learning rate";
            case NORM -> "the norm of the slopes";
            case CLIP -> "the clipping factor";
            case THETA_NORM -> "the norm of theta";
            case DIRECTION_NORM -> "the norm of u";
            case TRUST_RATIO -> "the trust ratio";
        };
    }
}
