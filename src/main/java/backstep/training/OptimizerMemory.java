package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.UpdateOperands;
import backstep.linalg.UpdateRule;
import backstep.network.Network;
import backstep.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** An optimizer with what it remembers, on an engine; it updates the weights of one network. */
final class OptimizerMemory {

    private final MatrixEngine engine;
    private final Optimizer optimizer;
    private final UpdateRule rule;
    private final Weights weights;
    private final List<Buffer> first;
    private final List<Buffer> second;
    /** u of each layer, for optimizers that take its norm before they follow it; else Θ itself. */
    private final List<Buffer> result;

    private final double[] scalars = new double[Optimizer.SCALARS];
    private final List<Buffer> thetaAndResult;
    private final double[] squares;
    private final double[] trustRatios;
    private int updates;

    OptimizerMemory(MatrixEngine engine, Optimizer optimizer, Network network, Weights weights) {
        this.engine = engine;
        this.optimizer = optimizer;
        this.weights = weights;
        rule = optimizer.rule();
        first = memory(network, rule.memories() >= 1);
        second = memory(network, rule.memories() >= 2);
        result = optimizer instanceof Lamb ? Weights.like(engine, network) : matrices(weights);
        thetaAndResult =
                Stream.concat(matrices(weights).stream(), result.stream()).toList();
        squares = new double[thetaAndResult.size()];
        trustRatios = new double[weights.count()];
        Arrays.fill(trustRatios, 1);
    }

    private List<Buffer> memory(Network network, boolean used) {
        return used ? Weights.like(engine, network) : List.of();
    }

    private static List<Buffer> matrices(Weights weights) {
        List<Buffer> matrices = new ArrayList<>();
        for (int l = 1; l <= weights.count(); l++) {
            matrices.add(weights.matrix(l));
        }
        return List.copyOf(matrices);
    }

    /**
     * {@return what updates read and write, layer by layer}
     *
     * @param slopes ∂J/∂Θ⁽ˡ⁾ by l, from 1
     */
    List<UpdateOperands> operands(IntFunction<Buffer> slopes) {
        Buffer none = engine.allocate(0, 0);
        List<UpdateOperands> operands = new ArrayList<>();
        for (int l = 1; l <= weights.count(); l++) {
            operands.add(new UpdateOperands(
                    weights.matrix(l),
                    slopes.apply(l),
                    first.isEmpty() ? none : first.get(l - 1),
                    second.isEmpty() ? none : second.get(l - 1),
                    result.get(l - 1)));
        }
        return List.copyOf(operands);
    }

    /** One update of all weights with learning rate η. */
    void update(List<UpdateOperands> operands, double rate) {
        updates++;
        optimizer.scalars(updates, rate, scalars);
        for (int l = 1; l <= operands.size(); l++) {
            UpdateOperands layer = operands.get(l - 1);
            engine.update(rule, scalars, layer);
        }
        if (optimizer instanceof Lamb) {
            follow(rate);
        }
    }

    /** θ ← θ − η ‖Θ‖ / ‖u‖ · u, layer by layer. */
    private void follow(double rate) {
        engine.squaredNorms(thetaAndResult, 0, squares);
        int count = weights.count();
        for (int l = 1; l <= count; l++) {
            trustRatios[l - 1] = Lamb.trustRatio(squares[l - 1], squares[count + l - 1]);
            Buffer theta = weights.matrix(l);
            engine.addScaled(theta, -(rate * trustRatios[l - 1]), result.get(l - 1), theta);
        }
    }

    /** {@return whether weights, running statistics and memories are all finite} */
    boolean isFinite() {
        return engine.areFinite(watched());
    }

    /**
     * {@return weights, running statistics and memories, which are finite where these are} Where there are two memories the second
     * is a mean of squares, which is not finite where the first is not. What batch normalisation makes of a variance that is
     * infinite is finite, so that the statistics have to be looked at themselves.
     */
    List<Buffer> watched() {
        List<Buffer> watched = new ArrayList<>(matrices(weights));
        watched.addAll(weights.statistics());
        watched.addAll(second.isEmpty() ? first : second);
        return watched;
    }

    List<Double> trustRatios() {
        return Arrays.stream(trustRatios).boxed().toList();
    }

    OptimizerState read() {
        return new OptimizerState(updates, read(first), read(second));
    }

    private List<Matrix> read(List<Buffer> memory) {
        return memory.stream().map(engine::read).toList();
    }

    void write(OptimizerState state) {
        updates = state.updates();
        write(state.first(), first);
        write(state.second(), second);
    }

    private void write(List<Matrix> from, List<Buffer> to) {
        for (int k = 0; k < to.size(); k++) {
            engine.write(from.get(k), to.get(k));
        }
    }
}
