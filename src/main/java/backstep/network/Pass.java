package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One forward and one backward pass of a network over a batch, on an engine. What trains and what is stepped through is this
 * code; only the recorder differs.
 */
public final class Pass {

    private final MatrixEngine engine;
    private final Network network;
    private final Objective objective;
    private final double lambda;
    private final int examples;

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

    private final List<Buffer> theta;
    private final List<Buffer> sum;
    private final List<Buffer> d;

    /** A pass over the examples of a setting, from its weights. */
    public Pass(MatrixEngine engine, Setting setting) {
        this.engine = engine;
        this.network = setting.network();
        this.objective = setting.objective();
        this.lambda = setting.lambda();
        this.examples = setting.batch().size();
        x = engine.allocate(examples, network.inputs());
        y = engine.allocate(examples, network.outputs());
        losses = engine.allocate(examples, 1);
        a = layers(1, network.outputLayer(), 1);
        z = layers(2, network.outputLayer(), 0);
        delta = layers(2, network.outputLayer(), 0);
        e = layers(2, network.depth(), 1);
        theta = weights();
        sum = weights();
        d = weights();
        engine.write(setting.batch().x(), x);
        engine.write(setting.batch().y(), y);
        write(setting.theta());
    }

    private List<Buffer> layers(int from, int to, int bias) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(l -> engine.allocate(examples, network.units(l) + bias))
                .toList();
    }

    private List<Buffer> weights() {
        return IntStream.rangeClosed(1, network.depth())
                .mapToObj(l -> engine.allocate(network.units(l + 1), network.units(l) + 1))
                .toList();
    }

    /** Goes on from other weights. */
    public void write(Theta weights) {
        for (int l = 1; l <= network.depth(); l++) {
            engine.write(weights.matrix(l), theta(l));
        }
    }

    /** a⁽¹⁾ = x; z⁽ˡ⁺¹⁾ = Θ⁽ˡ⁾ [1; a⁽ˡ⁾], a⁽ˡ⁺¹⁾ = g(z⁽ˡ⁺¹⁾); then the losses. */
    public void forward(Recorder recorder) {
        engine.prependBias(x, a(1));
        recorder.inputs(a(1));
        for (int l = 1; l <= network.depth(); l++) {
            engine.multiplyTransposed(a(l), theta(l), z(l + 1));
            engine.activate(network.activation(l + 1), z(l + 1), a(l + 1));
            recorder.layer(l + 1, z(l + 1), a(l + 1));
        }
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
            engine.regularise(sum(l), examples, theta(l), lambda, d(l));
            recorder.gradient(l, sum(l), d(l));
        }
    }

    /**
     * Θ ← Θ − η ∂J/∂Θ, after {@link #backward}. With the sign of the log-likelihood the part of D that comes from the data is
     * added, which is the same.
     */
    public void descend(double learningRate) {
        for (int l = 1; l <= network.depth(); l++) {
            engine.regularise(sum(l), (double) objective.sign().factor() * examples, theta(l), lambda, d(l));
            engine.addScaled(theta(l), -learningRate, d(l), theta(l));
        }
    }

    /** {@return J(Θ) = (1/n) Σ ℓ + (λ/2) Σ Θᵢⱼ², j ≠ 0, after {@link #forward}} */
    public double cost() {
        return meanLoss() + penalty();
    }

    /** {@return (1/n) Σ ℓ, after {@link #forward}} */
    public double meanLoss() {
        return engine.sum(losses) / examples;
    }

    /** {@return (λ/2) Σ Θᵢⱼ², j ≠ 0} */
    public double penalty() {
        double squares = 0;
        for (Buffer matrix : theta) {
            squares += engine.squaredNorm(matrix, 1);
        }
        return lambda == 0 ? 0 : lambda / 2 * squares;
    }

    /** {@return a copy of the weights as they are now} */
    public Theta theta() {
        return new Theta(theta.stream().map(engine::read).toList());
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
        return theta.get(l - 1);
    }

    private Buffer sum(int l) {
        return sum.get(l - 1);
    }

    private Buffer d(int l) {
        return d.get(l - 1);
    }
}
