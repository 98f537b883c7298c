package backstep.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Objective;
import backstep.network.Sign;
import backstep.training.Adam;
import backstep.training.Optimizer;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** How every matrix engine refuses operands whose shapes do not fit. An engine extends this with a way to make one. */
abstract class ShapeContract {

    private static final Activation G = Activation.SIGMOID;
    private static final Objective F = new Objective(G, Loss.BINARY_CROSS_ENTROPY, Sign.LOSS);

    private static final Window WINDOW = new Window(1, 2, 2, 2, 1, 0);

    abstract MatrixEngine engine();

    private static NormalisationOperands normalisation(Buffer moments, Buffer xHat, Buffer theta) {
        return new NormalisationOperands(moments, 1, xHat, theta);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "shapes.txt", delimiter = '|')
    void shapesThatDoNotFitAreNamedWithTheRule(String operation, String shapes, String message) {
        Buffer[] operands = Arrays.stream(shapes.split(" ")).map(this::allocate).toArray(Buffer[]::new);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> perform(operation, operands));
        assertEquals(operation + ": " + message, error.getMessage());
    }

    private Buffer allocate(String shape) {
        String[] sizes = shape.split("×");
        return engine().allocate(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    }

    private void perform(String operation, Buffer... of) {
        switch (operation) {
            case "convolution" ->
                engine().convolution(new ConvolutionOperands(WINDOW, of[0], of[1], of[2], of[3], of[4], of[5]));
            case "maxPool" -> engine().maxPool(WINDOW, of[0], of[1], of[2]);
            case "unpool" -> engine().unpool(WINDOW, of[0], of[1], of[2]);
            case "moments" -> engine().moments(of[0], of[1]);
            case "normalise" -> engine().normalise(of[0], normalisation(of[1], of[2], of[3]), of[4]);
            case "sumSlopes" -> engine().sumSlopes(normalisation(of[0], of[1], of[2]), of[3], of[4]);
            case "denormalise" -> engine().denormalise(normalisation(of[0], of[1], of[2]), of[3], of[4], of[5]);
            case "blend" -> engine().blend(of[0], 2, 0.1, of[1]);
            case "dropBias" -> engine().dropBias(of[0], of[1]);
            case "addWithoutBias" -> engine().addWithoutBias(of[0], of[1]);
            case "addBehindBias" -> engine().addBehindBias(of[0], of[1]);
            case "write" -> engine().write(engine().read(of[0]), of[1]);
            case "multiply" -> engine().multiply(of[0], of[1], of[2]);
            case "multiplyTransposed" -> engine().multiplyTransposed(of[0], of[1], of[2]);
            case "transposedMultiply" -> engine().transposedMultiply(of[0], of[1], of[2]);
            case "prependBias" -> engine().prependBias(of[0], of[1]);
            case "activate" -> engine().activate(G, of[0], of[1]);
            case "deactivate" -> engine().deactivate(G, of[0], of[1], of[2], of[3]);
            case "losses" -> engine().losses(F, of[0], of[1], of[2], of[3]);
            case "outputDelta" -> engine().outputDelta(F, of[0], of[1], of[2], of[3]);
            case "regularise" -> engine().regularise(of[0], 1, of[1], 0, of[2]);
            case "gather" -> engine().gather(of[0], new int[10], 0, of[1]);
            case "addSigns" -> engine().addSigns(1, of[0], of[1]);
            case "addScaled" -> engine().addScaled(of[0], 1, of[1], of[2]);
            case "update" ->
                engine().update(
                                Adam.of(0.1).rule(),
                                new double[Optimizer.SCALARS],
                                new UpdateOperands(of[0], of[1], of[2], of[3], of[4]));
            default -> throw new AssertionError("no operation is named " + operation);
        }
    }
}
