package backstep.network;

/** A layer without a Θ of its own: it takes each number that goes into it once, and there is nothing to learn. */
public sealed interface Weightless extends Layer permits MaxPool2d, Flatten, Addition {

    @Override
    default ThetaShape theta(Shape input) {
        return ThetaShape.NONE;
    }

    @Override
    default boolean isPenalised() {
        return false;
    }

    @Override
    default long products(Shape input) {
        return input.size();
    }
}
