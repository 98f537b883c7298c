package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forward and backward passes of a network over batches of one size, on an engine. What trains and what is stepped through is
 * this code; only the recorder differs. Passes over batches of different sizes may share their weights.
 */
public final class Pass {

    private final MatrixEngine engine;
    private final Network network;
    private final Objective objective;
    private final int examples;
    private final Weights weights;

    private final PassMemory memory;
    /** What layers 2 … L + 1 do. */
    private final List<LayerPass> layers;
    /** By layer from 1, δ of the additions at the ends of the residual blocks that it goes into. */
    private final List<List<Buffer>> bypasses;

    private final PenaltyTerm penalty;
    private final SquaredNorms squares;

    /**
     * Passes over batches.
     *
     * @param weights on the same engine, of the same network
     * @param examples n, how many examples each batch has
     */
    public Pass(MatrixEngine engine, Cost cost, Weights weights, int examples) {
        this.engine = engine;
        this.network = cost.network();
        this.objective = cost.objective();
        this.weights = weights;
        this.examples = examples;
        memory = new PassMemory(engine, network, cost.sign(), examples);
        layers = IntStream.rangeClosed(1, network.depth())
                .mapToObj(this::layerAfter)
                .toList();
        bypasses = IntStream.rangeClosed(1, network.depth())
                .mapToObj(this::bypassesOf)
                .toList();
        penalty = new PenaltyTerm(
                engine,
                cost.penalty(),
                IntStream.rangeClosed(1, network.depth())
                        .filter(l -> network.layer(l + 1).isPenalised())
                        .mapToObj(this::theta)
                        .toList());
        squares = new SquaredNorms(engine, memory.slopes());
    }

    /** {@return a pass over the examples of a setting, from its weights} */
    public static Pass over(MatrixEngine engine, Setting setting) {
        Weights weights = new Weights(engine, setting.network());
        weights.write(setting.theta());
        Pass pass = new Pass(engine, setting.cost(), weights, setting.batch().size());
        pass.load(setting.batch());
        return pass;
    }

    private LayerPass layerAfter(int l) {
        Buffer source =
                network.layer(l + 1) instanceof Addition addition ? memory.a(addition.source(l + 1)) : memory.a(l);
        LayerPass.Wires wires = new LayerPass.Wires(
                memory.a(l), memory.z(l + 1), memory.delta(l + 1), memory.e(l), theta(l), memory.sum(l));
        return LayerPass.of(engine, network, l, wires, source, weights.running(l));
    }

    private List<Buffer> bypassesOf(int l) {
        return IntStream.rangeClosed(l + 1, network.outputLayer())
                .filter(k -> network.layer(k) instanceof Addition addition && addition.source(k) == l)
                .mapToObj(memory::delta)
                .toList();
    }

    /** {@return the weights that the pass reads} */
    public Weights weights() {
        return weights;
    }

    /** {@return n, how many examples a batch has} */
    public int examples() {
        return examples;
    }

    /** Takes other examples, as many as before. */
    public void load(Batch batch) {
        memory.examples.write(engine, batch);
    }

    /**
     * Takes chosen ones of other examples.
     *
     * @param rows which, from 0; the n from {@code first} on are taken
     */
    public void load(LoadedExamples all, int[] rows, int first) {
        memory.examples.gather(engine, all, rows, first);
    }

    /** The activations of all layers, as they are in use: batch normalisation takes its running statistics. */
    public void predict(Recorder recorder) {
        recorder.inputs(memory.a(1));
        for (int l = 1; l <= network.depth(); l++) {
            layers.get(l - 1).predict();
            activate(l + 1, recorder);
        }
    }

    /** The activations of all layers as in {@link #predict}, then the losses. */
    public void evaluate(Recorder recorder) {
        predict(recorder);
        losses(recorder);
    }

    /**
     * a⁽¹⁾ = x; z⁽ˡ⁺¹⁾ = Θ⁽ˡ⁾ [1; a⁽ˡ⁾] where layer l + 1 is dense, a⁽ˡ⁺¹⁾ = g(z⁽ˡ⁺¹⁾); then the losses. In training: batch
     * normalisation takes the statistics of the batch.
     */
    public void forward(Recorder recorder) {
        recorder.inputs(memory.a(1));
        for (int l = 1; l <= network.depth(); l++) {
            layers.get(l - 1).forward();
            layers.get(l - 1).show(l + 1, recorder);
            activate(l + 1, recorder);
        }
        losses(recorder);
    }

    private void activate(int l, Recorder recorder) {
        engine.activate(network.activation(l), memory.z(l), memory.a(l));
        recorder.layer(l, memory.z(l), memory.a(l));
    }

    private void losses(Recorder recorder) {
        int last = network.outputLayer();
        engine.losses(objective, memory.z(last), memory.a(last), memory.examples.y(), memory.losses);
        recorder.losses(memory.losses);
    }

    /** Lets the running statistics of batch normalisation follow the batch, after {@link #forward}: once an update. */
    public void updateStatistics() {
        for (int l = 1; l <= network.depth(); l++) {
            layers.get(l - 1).follow();
        }
    }

    /**
     * δ⁽ᴸ⁺¹⁾ = ∂ℓ/∂z⁽ᴸ⁺¹⁾; δ⁽ˡ⁾ = (Θ⁽ˡ⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ g′(z⁽ˡ⁾) where layer l + 1 is dense; Δ and D. After {@link #forward}.
     */
    public void backward(Recorder recorder) {
        int last = network.outputLayer();
        engine.outputDelta(objective, memory.z(last), memory.a(last), memory.examples.y(), memory.delta(last));
        recorder.delta(last, memory.delta(last));
        for (int l = network.depth(); l >= 1; l--) {
            layers.get(l - 1).accumulate();
            if (l > 1) {
                passBack(l);
                recorder.delta(l, memory.delta(l));
            }
        }
        for (int l = network.depth(); l >= 1; l--) {
            if (network.theta(l).isThere()) {
                average(l, recorder);
            }
        }
    }

    /** δ⁽ˡ⁾ of the layer behind layer l, and of the ends of the residual blocks that it goes into. */
    private void passBack(int l) {
        layers.get(l - 1).backward();
        List<Buffer> past = bypasses.get(l - 1);
        for (int k = 0; k < past.size(); k++) {
            engine.addBehindBias(past.get(k), memory.e(l));
        }
        engine.deactivate(network.activation(l), memory.z(l), memory.a(l), memory.e(l), memory.delta(l));
    }

    private void average(int l, Recorder recorder) {
        average(l, examples, memory.d(l));
        recorder.gradient(l, memory.sum(l), memory.d(l));
        if (objective.sign() == Sign.LOG_LIKELIHOOD) {
            average(l, (double) objective.sign().factor() * examples, memory.slopes(l));
        }
    }

    /** Δ/divisor, with what weights cost where they do. */
    private void average(int l, double divisor, Buffer to) {
        if (network.layer(l + 1).isPenalised()) {
            penalty.average(memory.sum(l), divisor, theta(l), to);
        } else {
            engine.regularise(memory.sum(l), divisor, theta(l), 0, to);
        }
    }

    /**
     * Θ ← Θ − η ∂J/∂Θ, after {@link #backward}. With the sign of the log-likelihood the part of D that comes from the data is
     * added, which is the same.
     */
    public void descend(double learningRate) {
        for (int l = 1; l <= network.depth(); l++) {
            if (network.theta(l).isThere()) {
                engine.addScaled(theta(l), -learningRate, memory.slopes(l), theta(l));
            }
        }
    }

    /** {@return ∂J/∂Θ⁽ˡ⁾ in the shape of Θ⁽ˡ⁾, after {@link #backward}: D, with its data part turned where the likelihood is maximised} */
    public Buffer slopes(int l) {
        return memory.slopes(l);
    }

    /** {@return ‖∂J/∂Θ‖ over all layers, after {@link #backward}; finite wherever it can be written as a double} */
    public double slopesNorm() {
        double sum = squares.sum(0);
        return Double.isInfinite(sum)
                ? memory.slopes().stream().mapToDouble(engine::norm).reduce(0, Math::hypot)
                : Math.sqrt(sum);
    }

    /** {@return ŷ with its bias column [n × (K + 1)], after {@link #predict} or {@link #forward}} */
    public Buffer output() {
        return memory.a(network.outputLayer());
    }

    /** {@return J(Θ) = (1/n) Σ ℓ + (λ/2) Σ Θᵢⱼ² + λ₁ Σ |Θᵢⱼ|, j ≠ 0, after {@link #forward}} */
    public double cost() {
        return meanLoss() + penalty();
    }

    /** {@return (1/n) Σ ℓ, after {@link #forward}} */
    public double meanLoss() {
        return engine.sum(memory.losses) / examples;
    }

    /** {@return (λ/2) Σ Θᵢⱼ² + λ₁ Σ |Θᵢⱼ|, j ≠ 0} */
    public double penalty() {
        return penalty.value();
    }

    private Buffer theta(int l) {
        return weights.matrix(l);
    }
}
