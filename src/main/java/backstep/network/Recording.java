package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every number of one pass, as the pass computed it. Indices are the field's: layers, examples and units from 1, unit 0 is the
 * bias unit.
 */
public final class Recording {

    private final Setting setting;
    private final List<Matrix> a;
    private final List<Matrix> z;
    private final List<Matrix> delta;
    private final Matrix losses;
    private final Map<Integer, Matrix> sum;
    private final Map<Integer, Matrix> d;
    private final Map<Integer, Matrix> moments;
    private final Map<Integer, Matrix> xHat;
    private final Map<Integer, Matrix> maxima;
    private final double meanLoss;
    private final double penalty;

    private Recording(Setting setting, Pass pass, Copies copies) {
        this.setting = setting;
        a = List.copyOf(copies.a);
        z = List.copyOf(copies.z);
        delta = List.copyOf(copies.delta.reversed());
        losses = copies.losses.getFirst();
        sum = Map.copyOf(copies.sum);
        d = Map.copyOf(copies.d);
        moments = Map.copyOf(copies.moments);
        xHat = Map.copyOf(copies.xHat);
        maxima = Map.copyOf(copies.maxima);
        meanLoss = pass.meanLoss();
        penalty = pass.penalty();
    }

    /** {@return the recording of a forward and a backward pass} */
    public static Recording of(MatrixEngine engine, Setting setting) {
        Pass pass = Pass.over(engine, setting);
        Copies copies = new Copies(engine);
        pass.forward(copies);
        pass.backward(copies);
        return new Recording(setting, pass, copies);
    }

    /** {@return what the pass was over} */
    public Setting setting() {
        return setting;
    }

    /** {@return the network} */
    public Network network() {
        return setting.network();
    }

    /** {@return n} */
    public int examples() {
        return setting.batch().size();
    }

    /** {@return aᵢ⁽ˡ⁾ of example e; i = 0 is the bias unit, whose activation is 1} */
    public double a(int l, int i, int e) {
        return a.get(l - 1).at(e - 1, i);
    }

    /** {@return zᵢ⁽ˡ⁾ of example e, l from 2} */
    public double z(int l, int i, int e) {
        return z.get(l - 2).at(e - 1, i - 1);
    }

    /** {@return δᵢ⁽ˡ⁾ of example e, l from 2} */
    public double delta(int l, int i, int e) {
        return delta.get(l - 2).at(e - 1, i - 1);
    }

    /** {@return yₖ of example e} */
    public double y(int k, int e) {
        return setting.batch().y().at(e - 1, k - 1);
    }

    /** {@return Θ⁽ˡ⁾ᵢⱼ} */
    public double theta(int l, int i, int j) {
        return setting.theta().at(l, i, j);
    }

    /** {@return Δ⁽ˡ⁾ᵢⱼ after all examples} */
    public double sum(int l, int i, int j) {
        return sum(l).at(i - 1, j);
    }

    /** {@return D⁽ˡ⁾ᵢⱼ} */
    public double d(int l, int i, int j) {
        return d(l).at(i - 1, j);
    }

    /** {@return ℓ of example e} */
    public double loss(int e) {
        return losses.at(e - 1, 0);
    }

    /** {@return a⁽ˡ⁾ [n × (sₗ + 1)], the bias unit in column 0} */
    public Matrix a(int l) {
        return a.get(l - 1);
    }

    /** {@return z⁽ˡ⁾ [n × sₗ], l from 2} */
    public Matrix z(int l) {
        return z.get(l - 2);
    }

    /** {@return δ⁽ˡ⁾ [n × sₗ], l from 2} */
    public Matrix delta(int l) {
        return delta.get(l - 2);
    }

    /** {@return Δ⁽ˡ⁾ after all examples, where layer l + 1 has weights} */
    public Matrix sum(int l) {
        return Objects.requireNonNull(sum.get(l));
    }

    /** {@return D⁽ˡ⁾, where layer l + 1 has weights} */
    public Matrix d(int l) {
        return Objects.requireNonNull(d.get(l));
    }

    /** {@return mean and variance of each channel [C × 2] that layer l, a batch normalisation, made of the batch} */
    public Matrix moments(int l) {
        return Objects.requireNonNull(moments.get(l));
    }

    /** {@return x̂ᵢ of layer l, a batch normalisation, in example e} */
    public double xHat(int l, int i, int e) {
        return xHat(l).at(e - 1, i - 1);
    }

    /** {@return x̂ [n × sₗ] of layer l, a batch normalisation} */
    public Matrix xHat(int l) {
        return Objects.requireNonNull(xHat.get(l));
    }

    /** {@return the unit of layer l − 1 that was the largest in the window of unit i of layer l, a pooling, in example e} */
    public int maximum(int l, int i, int e) {
        return (int) Objects.requireNonNull(maxima.get(l)).at(e - 1, i - 1);
    }

    /** {@return ℓ of each example [n × 1]} */
    public Matrix losses() {
        return losses;
    }

    /** {@return (1/n) Σ ℓ} */
    public double meanLoss() {
        return meanLoss;
    }

    /** {@return (λ/2) Σ Θᵢⱼ² + λ₁ Σ |Θᵢⱼ|, j ≠ 0} */
    public double penalty() {
        return penalty;
    }

    /** {@return J(Θ)} */
    public double cost() {
        return meanLoss + penalty;
    }

    /** Copies what a pass shows, in the order in which it does. */
    private static final class Copies implements Recorder {

        private final MatrixEngine engine;
        private final List<Matrix> a = new ArrayList<>();
        private final List<Matrix> z = new ArrayList<>();
        private final List<Matrix> delta = new ArrayList<>();
        private final List<Matrix> losses = new ArrayList<>();
        private final Map<Integer, Matrix> sum = new HashMap<>();
        private final Map<Integer, Matrix> d = new HashMap<>();
        private final Map<Integer, Matrix> moments = new HashMap<>();
        private final Map<Integer, Matrix> xHat = new HashMap<>();
        private final Map<Integer, Matrix> maxima = new HashMap<>();

        Copies(MatrixEngine engine) {
            this.engine = engine;
        }

        @Override
        public void inputs(Buffer inputs) {
            a.add(engine.read(inputs));
        }

        @Override
        public void layer(int l, Buffer sums, Buffer activations) {
            z.add(engine.read(sums));
            a.add(engine.read(activations));
        }

        @Override
        public void normalisation(int l, Buffer ofBatch, Buffer normalised) {
            moments.put(l, engine.read(ofBatch));
            xHat.put(l, engine.read(normalised));
        }

        @Override
        public void maxima(int l, Buffer where) {
            maxima.put(l, engine.read(where));
        }

        @Override
        public void losses(Buffer ofExamples) {
            losses.add(engine.read(ofExamples));
        }

        @Override
        public void delta(int l, Buffer ofLayer) {
            delta.add(engine.read(ofLayer));
        }

        @Override
        public void gradient(int l, Buffer accumulated, Buffer averaged) {
            sum.put(l, engine.read(accumulated));
            d.put(l, engine.read(averaged));
        }
    }
}
