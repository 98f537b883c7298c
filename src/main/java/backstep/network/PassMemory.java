package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a pass computes, in the memory of its engine, layer by layer; all is allocated at once. */
final class PassMemory {

    final LoadedExamples examples;
    /** [n × 1]. */
    final Buffer losses;

    private final List<Buffer> a;
    private final List<Buffer> z;
    private final List<Buffer> delta;
    private final List<Buffer> e;
    private final List<Buffer> sum;
    private final List<Buffer> d;
    private final List<Buffer> slopes;

    PassMemory(MatrixEngine engine, Network network, Sign sign, int examples) {
        losses = engine.allocate(examples, 1);
        int last = network.outputLayer();
        a = layers(1, last, l -> engine.allocate(examples, network.units(l) + 1));
        this.examples = new LoadedExamples(a(1), engine.allocate(examples, network.outputs()));
        z = layers(
                2,
                last,
                l -> isInPlace(network, l) && network.activation(l) == Activation.LINEAR
                        ? behindBias(engine, a(l))
                        : engine.allocate(examples, network.units(l)));
        e = layers(1, network.depth(), l -> engine.allocate(examples, network.units(l) + 1));
        delta = layers(
                2,
                last,
                l -> isInPlace(network, l) ? behindBias(engine, e(l)) : engine.allocate(examples, network.units(l)));
        sum = Weights.like(engine, network);
        d = Weights.like(engine, network);
        slopes = sign == Sign.LOSS ? d : Weights.like(engine, network);
    }

    /** {@return whether δ may be where e was, and z where a will be if g changes nothing} */
    private static boolean isInPlace(Network network, int l) {
        return l < network.outputLayer()
                && switch (network.layer(l)) {
                    case Dense _, Conv2d _, MaxPool2d _, Flatten _ -> true;
                    case BatchNorm _, Addition _ -> false;
                };
    }

    /** {@return room for a matrix without its column 0, in the same memory if the engine can} */
    private static Buffer behindBias(MatrixEngine engine, Buffer matrix) {
        return engine.behindBias(matrix).orElseGet(() -> engine.allocate(matrix.rows(), matrix.columns() - 1));
    }

    private static List<Buffer> layers(int from, int to, IntFunction<Buffer> buffer) {
        return IntStream.rangeClosed(from, to).mapToObj(buffer).toList();
    }

    /** {@return a⁽ˡ⁾ [n × (s + 1)], l from 1} */
    Buffer a(int l) {
        return a.get(l - 1);
    }

    /** {@return z⁽ˡ⁾ [n × s], l from 2} */
    Buffer z(int l) {
        return z.get(l - 2);
    }

    /** {@return δ⁽ˡ⁾ [n × s], l from 2} */
    Buffer delta(int l) {
        return delta.get(l - 2);
    }

    /** {@return ∂ℓ/∂a⁽ˡ⁾ [n × (s + 1)], l from 1 to L; the first is not needed, and not computed} */
    Buffer e(int l) {
        return e.get(l - 1);
    }

    /** {@return Δ⁽ˡ⁾} */
    Buffer sum(int l) {
        return sum.get(l - 1);
    }

    /** {@return D⁽ˡ⁾} */
    Buffer d(int l) {
        return d.get(l - 1);
    }

    /** {@return ∂J/∂Θ⁽ˡ⁾, which is D unless the sign is turned} */
    Buffer slopes(int l) {
        return slopes.get(l - 1);
    }

    /** {@return ∂J/∂Θ⁽ˡ⁾ of all layers} */
    List<Buffer> slopes() {
        return slopes;
    }
}
