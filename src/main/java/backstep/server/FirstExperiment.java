package backstep.server;

import backstep.data.Generator;
import backstep.experiment.DataDocument;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.InputsDocument;
import backstep.experiment.LayerDocument;
import backstep.experiment.NetworkDocument;
import backstep.experiment.OptimizerDocument;
import backstep.experiment.TrainingDocument;
import backstep.network.Activation;
import backstep.network.Loss;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The experiment to begin with, for each data set: a network that learns it, and how. */
final class FirstExperiment {

    private FirstExperiment() {}

    static ExperimentDocument of(Generator generator) {
        NetworkDocument network =
                new NetworkDocument(new InputsDocument.Count(generator.inputs()), layers(generator), loss(generator));
        return new ExperimentDocument(
                network, null, data(generator), null, null, null, training(generator), null, generator.title());
    }

    private static List<LayerDocument> layers(Generator generator) {
        IntStream hidden = switch (generator) {
            case GAUSS, PLANE -> IntStream.of(3);
            case XOR, CIRCLE, SADDLE -> IntStream.of(4);
            case MOONS, STEP, ABSOLUTE, SINE, EXPRESSION -> IntStream.of(8);
            case SPIRAL -> IntStream.of(8, 8, 8);
            case DIGITS, STREET -> IntStream.of(32);
        };
        LayerDocument output = switch (generator) {
            case XOR, CIRCLE, GAUSS, SPIRAL, MOONS -> layer(1, Activation.SIGMOID);
            case SINE, STEP, ABSOLUTE, EXPRESSION, PLANE, SADDLE -> layer(1, Activation.LINEAR);
            case DIGITS -> layer(10, Activation.SOFTMAX);
            case STREET -> layer(4, Activation.SIGMOID);
        };
        return Stream.concat(hidden.mapToObj(units -> layer(units, Activation.TANH)), Stream.of(output))
                .toList();
    }

    private static LayerDocument layer(int units, Activation activation) {
        return LayerDocument.dense(units, activation);
    }

    private static Loss loss(Generator generator) {
        return switch (generator) {
            case XOR, CIRCLE, GAUSS, SPIRAL, MOONS, STREET -> Loss.BINARY_CROSS_ENTROPY;
            case SINE, STEP, ABSOLUTE, EXPRESSION, PLANE, SADDLE -> Loss.SQUARED_ERROR;
            case DIGITS -> Loss.CROSS_ENTROPY;
        };
    }

    private static DataDocument data(Generator generator) {
        return DataDocument.of(generator.spelling(), generator == Generator.EXPRESSION ? "sin(pi*x)" : null);
    }

    private static TrainingDocument training(Generator generator) {
        double rate = switch (generator) {
            case DIGITS, STREET -> 0.003;
            case XOR, CIRCLE, GAUSS, SPIRAL, MOONS, SINE, STEP, ABSOLUTE, EXPRESSION, PLANE, SADDLE -> 0.01;
        };
        return TrainingDocument.of(
                OptimizerDocument.of(OptimizerDocument.Type.ADAM, rate),
                generator == Generator.DIGITS ? 32 : 15,
                generator == Generator.DIGITS ? 30 : 300);
    }
}
