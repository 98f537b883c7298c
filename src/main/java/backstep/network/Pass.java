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
    private final Penalty penalty;
    private final int examples;
    private final Weights weights;

    private final Buffer x;
    private final Buffer y;
    private final Buffer losses;
    /** a⁽¹⁾ … a⁽ᴸ⁺¹⁾ [n × (s + 1)]. */
    private final List<Buffer> a;
    /** z⁽²⁾ … z⁽ᴸ⁺¹⁾ and δ⁽²⁾ … δ⁽ᴸ⁺¹⁾ [n × s]. */
    private final List<Buffer> z;

    private final List<Buffer> delta;
    /** ∂ℓ/∂a⁽²⁾ … ∂ℓ/∂a⁽ᴸ⁾ [n × (s + 1)]. */
    private final List<Buffer> e;

    private final List<Buffer> sum;
    private final List<Buffer> d;
    /** ∂J/∂Θ, which is D unless the sign is turned. */
    private final List<Buffer> slopes;

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
        this.penalty = cost.penalty();
        this.weights = weights;
        this.examples = examples;
        x = engine.allocate(examples, network.inputs());
        y = engine.allocate(examples, network.outputs());
        losses = engine.allocate(examples, 1);
        a = layers(1, network.outputLayer(), 1);
        z = layers(2, network.outputLayer(), 0);
        delta = layers(2, network.outputLayer(), 0);
        e = layers(2, network.depth(), 1);
        sum = Weights.like(engine, network);
        d = Weights.like(engine, network);
        slopes = cost.sign() == Sign.LOSS ? d : Weights.like(engine, network);
    }

    /** {@return a pass over the examples of a setting, from its weights} */
    public static Pass over(MatrixEngine engine, Setting setting) {
        Weights weights = new Weights(engine, setting.network());
        weights.write(setting.theta());
        Pass pass = new Pass(engine, setting.cost(), weights, setting.batch().size());
        pass.load(setting.batch());
        return pass;
    }

    private List<Buffer> layers(int from, int to, int bias) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(l -> engine.allocate(examples, network.units(l) + bias))
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
        engine.write(batch.x(), x);
        engine.write(batch.y(), y);
    }

    /**
     * Takes chosen examples of a data set that is in the engine's memory.
     *
     * @param allX inputs [N × s₁]
     * @param allY targets [N × K]
     * @param rows which examples, from 0; the n from {@code first} on are taken
     */
    public void load(Buffer allX, Buffer allY, int[] rows, int first) {
        engine.gather(allX, rows, first, x);
        engine.gather(allY, rows, first, y);
    }

    /** a⁽¹⁾ = x; z⁽ˡ⁺¹⁾ = Θ⁽ˡ⁾ [1; a⁽ˡ⁾], a⁽ˡ⁺¹⁾ = g(z⁽ˡ⁺¹⁾). */
    public void predict(Recorder recorder) {
        engine.prependBias(x, a(1));
        recorder.inputs(a(1));
        for (int l = 1; l <= network.depth(); l++) {
            engine.multiplyTransposed(a(l), theta(l), z(l + 1));
            engine.activate(network.activation(l + 1), z(l + 1), a(l + 1));
            recorder.layer(l + 1, z(l + 1), a(l + 1));
        }
    }

    /** The activations of all layers as in {@link #predict}, then the losses. */
    public void forward(Recorder recorder) {
        predict(recorder);
        int last = network.outputLayer();
        engine.losses(objective, z(last), a(last), y, losses);
        recorder.losses(losses);
    }

    /** δ⁽ᴸ⁺¹⁾ = ∂ℓ/∂z⁽ᴸ⁺¹⁾; δ⁽ˡ⁾ = (Θ⁽ˡ⁾ᵀ δ⁽ˡ⁺¹⁾) ⊙ g′(z⁽ˡ⁾); then Δ and D. After {@link #forward}. */
    public void backward(Recorder recorder) {
        int last = network.outputLayer();
        engine.outputDelta(objective, z(last), a(last), y, delta(last));
        recorder.delta(last, delta(last));
        for (int l = network.depth(); l >= 2; l--) {
            engine.multiply(delta(l + 1), theta(l), e(l));
            engine.deactivate(network.activation(l), z(l), a(l), e(l), delta(l));
            recorder.delta(l, delta(l));
        }
        for (int l = network.depth(); l >= 1; l--) {
            engine.transposedMultiply(delta(l + 1), a(l), sum(l));
            average(l, examples, d(l));
            recorder.gradient(l, sum(l), d(l));
            if (objective.sign() == Sign.LOG_LIKELIHOOD) {
                average(l, (double) objective.sign().factor() * examples, slopes(l));
            }
        }
    }

    /** Δ/divisor + λΘ + λ₁ sign Θ, without what weights cost in the column of the bias. */
    private void average(int l, double divisor, Buffer to) {
        engine.regularise(sum(l), divisor, theta(l), penalty.lambda(), to);
        if (penalty.l1() != 0) {
            engine.addSigns(penalty.l1(), theta(l), to);
        }
    }

    /**
     * Θ ← Θ − η ∂J/∂Θ, after {@link #backward}. With the sign of the log-likelihood the part of D that comes from the data is
     * added, which is the same.
     */
    public void descend(double learningRate) {
        for (int l = 1; l <= network.depth(); l++) {
            engine.addScaled(theta(l), -learningRate, slopes(l), theta(l));
        }
    }

    /** {@return ∂J/∂Θ⁽ˡ⁾ in the shape of Θ⁽ˡ⁾, after {@link #backward}: D, with its data part turned where the likelihood is maximised} */
    public Buffer slopes(int l) {
        return slopes.get(l - 1);
    }

    /** {@return ŷ with its bias column [n × (K + 1)], after {@link #predict} or {@link #forward}} */
    public Buffer output() {
        return a.getLast();
    }

    /** {@return J(Θ) = (1/n) Σ ℓ + (λ/2) Σ Θᵢⱼ² + λ₁ Σ |Θᵢⱼ|, j ≠ 0, after {@link #forward}} */
    public double cost() {
        return meanLoss() + penalty();
    }

    /** {@return (1/n) Σ ℓ, after {@link #forward}} */
    public double meanLoss() {
        return engine.sum(losses) / examples;
    }

    /** {@return (λ/2) Σ Θᵢⱼ² + λ₁ Σ |Θᵢⱼ|, j ≠ 0} */
    public double penalty() {
        double squares = 0;
        double sizes = 0;
        for (int l = 1; l <= network.depth(); l++) {
            squares += penalty.lambda() == 0 ? 0 : engine.squaredNorm(theta(l), 1);
            sizes += penalty.l1() == 0 ? 0 : engine.absoluteSum(theta(l), 1);
        }
        return penalty.lambda() / 2 * squares + penalty.l1() * sizes;
    }

    private Buffer a(int l) {
        return a.get(l - 1);
    }

    private Buffer z(int l) {
        return z.get(l - 2);
    }

    private Buffer delta(int l) {
        return delta.get(l - 2);
    }

    private Buffer e(int l) {
        return e.get(l - 2);
    }

    private Buffer theta(int l) {
        return weights.matrix(l);
    }

    private Buffer sum(int l) {
        return sum.get(l - 1);
    }

    private Buffer d(int l) {
        return d.get(l - 1);
    }
}
