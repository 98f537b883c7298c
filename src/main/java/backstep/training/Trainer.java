package backstep.training;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.UpdateOperands;
import backstep.network.Batch;
import backstep.network.LoadedExamples;
import backstep.network.Pass;
import backstep.network.Recorder;
import backstep.network.Theta;
import backstep.network.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes the updates of a plan one after the other. An update of a dense network allocates nothing on a CPU engine: the data lie
 * in the engine's memory, and there is a pass for batches of either size that occurs.
 */
public final class Trainer {

    private final MatrixEngine engine;
    private final Plan plan;
    private final int perEpoch;
    private final Batches batches;
    private final LoadedExamples loaded;
    private final Weights weights;
    private final OptimizerMemory memory;
    private final Pass full;
    private final Pass rest;
    private final List<UpdateOperands> fullOperands;
    private final List<UpdateOperands> restOperands;
    private final FiniteWatch watch;
    private final Rates rates;
    private final double clipNorm;

    private int iteration;
    private double cost = Double.NaN;
    private double clipFactor = 1;

    /** A trainer at the start of a plan. */
    public Trainer(MatrixEngine engine, Plan plan) {
        this.engine = engine;
        this.plan = plan;
        Batch train = plan.split().train();
        batches = new Batches(train.size(), plan.training());
        perEpoch = batches.perEpoch();
        loaded = LoadedExamples.of(engine, train);
        weights = new Weights(engine, plan.network());
        weights.write(plan.start().theta());
        memory = new OptimizerMemory(engine, plan.training().optimizer(), plan.network(), weights);
        plan.start().state().ifPresent(memory::write);
        full = new Pass(engine, plan.cost(), weights, batches.size());
        rest = batches.lastSize() == batches.size() ? full : new Pass(engine, plan.cost(), weights, batches.lastSize());
        fullOperands = memory.operands(full::slopes);
        restOperands = memory.operands(rest::slopes);
        watch = new FiniteWatch(engine, memory.watched());
        rates = Rates.of(plan);
        OptionalDouble norm = plan.training().clipNorm();
        clipNorm = norm.orElse(Double.POSITIVE_INFINITY);
        iteration = plan.start().iteration();
    }

    /** One update: forward, backward, clip, follow the slopes. */
    public void update() {
        int k = iteration + 1;
        Pass pass = pass(k);
        forward(pass, k);
        pass.updateStatistics();
        pass.backward(Recorder.NONE);
        clipFactor = clipNorm == Double.POSITIVE_INFINITY ? 1 : Clipping.clip(engine, pass, weights.count(), clipNorm);
        memory.update(pass == full ? fullOperands : restOperands, rates.at(k));
        iteration = k;
    }

    private void forward(Pass pass, int k) {
        pass.load(loaded, batches.order(k), batches.first(k));
        watch.start();
        pass.forward(watch);
        cost = pass.cost();
    }

    private Pass pass(int k) {
        return batches.size(k) == full.examples() ? full : rest;
    }

    /** {@return whether all numbers of the last update were finite, and the weights and memories after it are} */
    public boolean isFinite() {
        return Double.isFinite(cost) && watch.isFinite();
    }

    /** {@return k, how many updates are done, those before a branch counted} */
    public int iteration() {
        return iteration;
    }

    /** {@return how many epochs are done} */
    public int epoch() {
        return iteration / perEpoch;
    }

    /** {@return η of the last update; before the first, of the one to come} */
    public double learningRate() {
        return rates.at(Math.max(iteration, plan.start().iteration() + 1));
    }

    /** {@return J of the last batch before its update, not a number before the first} */
    public double cost() {
        return cost;
    }

    /** {@return the rows of the last update, from 0, in the order in which they were taken; none before the first} */
    public int[] batch() {
        return iteration == plan.start().iteration() ? new int[0] : rows(iteration);
    }

    /** {@return the rows of update k, from 1} */
    int[] rows(int k) {
        int first = batches.first(k);
        return Arrays.copyOfRange(batches.order(k), first, first + batches.size(k));
    }

    /** {@return a copy of the weights as they are now} */
    public Theta theta() {
        return weights.read();
    }

    /** {@return where it can be taken up again} */
    public Checkpoint checkpoint() {
        return new Checkpoint(iteration, weights.read(), memory.read());
    }

    /** Goes on from an earlier or a later moment of the same plan. */
    public void restore(Checkpoint checkpoint) {
        weights.write(checkpoint.theta());
        memory.write(checkpoint.state());
        iteration = checkpoint.iteration();
        cost = Double.NaN;
        clipFactor = 1;
    }

    /**
     * {@return the state of the run with the last update, which was made by this trainer since it was {@linkplain #restore
     * restored}}
     */
    public Moment moment() {
        boolean started = iteration > plan.start().iteration();
        return new Moment(
                iteration, epoch(), weights.read(), memory.read(), started ? Optional.of(descent()) : Optional.empty());
    }

    private Descent descent() {
        Pass pass = pass(iteration);
        List<Matrix> slopes = new ArrayList<>();
        for (int l = 1; l <= weights.count(); l++) {
            slopes.add(engine.read(pass.slopes(l)));
        }
        List<Integer> rows = Arrays.stream(batch()).boxed().toList();
        return new Descent(rows, learningRate(), cost, clipFactor, memory.trustRatios(), slopes);
    }

    /**
     * {@return ‖∂J/∂Θ⁽ˡ⁾‖ of each layer with weights in the last update, before it was shortened; before the first update, of the one to come}
     */
    public List<Double> gradientNorms() {
        if (iteration == plan.start().iteration()) {
            Pass pass = pass(iteration + 1);
            forward(pass, iteration + 1);
            pass.backward(Recorder.NONE);
            cost = Double.NaN;
        }
        Pass pass = pass(Math.max(iteration, plan.start().iteration() + 1));
        List<Double> norms = new ArrayList<>();
        for (int l = 1; l <= weights.count(); l++) {
            if (pass.slopes(l).rows() > 0) {
                norms.add(engine.norm(pass.slopes(l)) / clipFactor);
            }
        }
        return List.copyOf(norms);
    }

    /** {@return ‖Θ⁽ˡ⁾‖ of each layer that has weights, bias weights included} */
    public List<Double> thetaNorms() {
        List<Double> norms = new ArrayList<>();
        for (int l = 1; l <= weights.count(); l++) {
            if (weights.matrix(l).rows() > 0) {
                norms.add(engine.norm(weights.matrix(l)));
            }
        }
        return List.copyOf(norms);
    }

    /** {@return the weights in the engine's memory, which change with every update} */
    Weights weights() {
        return weights;
    }
}
