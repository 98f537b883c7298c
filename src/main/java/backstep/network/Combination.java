package backstep.network;

/** Which losses go with which output activations. */
final class Combination {

    private Combination() {}

    /** @throws InvalidNetwork where outputs of that kind can leave the domain of the loss */
    static void requireSensible(Activation output, Loss loss) {
        InvalidNetwork.require(
                !loss.isLikelihood() || isProbability(output),
                "network/loss",
                loss.spelling() + " takes logarithms of the outputs, so they must lie between 0 and 1; "
                        + output.spelling() + " outputs " + range(output)
                        + ". Use squared-error, or give the last layer sigmoid or softmax");
    }

    private static boolean isProbability(Activation output) {
        return output == Activation.SIGMOID || output == Activation.SOFTMAX;
    }

    private static String range(Activation output) {
        return switch (output) {
            case SIGMOID, SOFTMAX -> "lie between 0 and 1";
            case TANH -> "lie between −1 and 1";
            case RELU -> "can be 0 or larger than 1";
            case LINEAR, LEAKY_RELU -> "can be any number";
        };
    }
}
