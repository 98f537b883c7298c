package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.UpdateOperands;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Dense;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Theta;
import backstep.network.Weights;
import java.util.List;
import java.util.stream.IntStream;

/** An optimizer on the engine that follows slopes which a test makes up. */
final class Stepping {

    private final MatrixEngine engine = new EjmlEngine();
    private final Weights weights;
    private final OptimizerMemory memory;
    private final List<Buffer> slopes;
    private final List<UpdateOperands> operands;

    Stepping(Optimizer optimizer, Theta start) {
        Network network = network(start);
        weights = new Weights(engine, network);
        weights.write(start);
        memory = new OptimizerMemory(engine, optimizer, network, weights);
        slopes = Weights.like(engine, network);
        operands = memory.operands(l -> slopes.get(l - 1));
    }

    /** {@return a network whose weights have these shapes} */
    static Network network(Theta theta) {
        List<Dense> layers = theta.matrices().stream()
                .map(matrix -> new Dense(matrix.rows(), Activation.LINEAR))
                .toList();
        return new Network(theta.matrix(1).columns() - 1, layers, Loss.SQUARED_ERROR);
    }

    /** {@return a single layer with these weights in one row} */
    static Theta row(double... weights) {
        return new Theta(List.of(Matrix.of(1, weights.length, weights)));
    }

    Stepping from(OptimizerState state) {
        memory.write(state);
        return this;
    }

    Stepping step(double rate, Matrix... slope) {
        IntStream.range(0, slope.length).forEach(k -> engine.write(slope[k], slopes.get(k)));
        memory.update(operands, rate);
        return this;
    }

    Theta theta() {
        return weights.read();
    }

    OptimizerState state() {
        return memory.read();
    }

    List<Double> trustRatios() {
        return memory.trustRatios();
    }

    boolean isFinite() {
        return memory.isFinite();
    }
}
