package backstep.network;

import backstep.expression.Definition;
import backstep.expression.Expression;
import backstep.expression.Function;
import backstep.expression.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a network over its examples as a program: a definition for each z and a, one for each loss, and J last. */
final class NetworkProgram {

    private final Setting setting;
    private final Network network;
    private final List<Definition> definitions = new ArrayList<>();

    private NetworkProgram(Setting setting) {
        this.setting = setting;
        this.network = setting.network();
    }

    static Program of(Setting setting) {
        return new NetworkProgram(setting).program();
    }

    private Program program() {
        List<Expression> losses = IntStream.rangeClosed(1, setting.batch().size())
                .mapToObj(this::example)
                .toList();
        definitions.add(new Definition("J", cost(losses)));
        return new Program(weights().map(Weight::name).toList(), definitions);
    }

    /** {@return the weights in order of l, i, j} */
    private Stream<Weight> weights() {
        return IntStream.rangeClosed(1, network.depth()).boxed().flatMap(this::weights);
    }

    private Stream<Weight> weights(int l) {
        return IntStream.rangeClosed(1, network.units(l + 1)).boxed().flatMap(i -> row(l, i));
    }

    private Stream<Weight> row(int l, int i) {
        return IntStream.rangeClosed(0, network.units(l)).mapToObj(j -> new Weight(l, i, j));
    }

    private Expression example(int e) {
        List<Expression> a = IntStream.range(0, network.inputs())
                .mapToObj(j -> Formulas.number(setting.batch().x().at(e - 1, j)))
                .toList();
        for (int l = 2; l <= network.outputLayer(); l++) {
            a = activations(l, sums(l, a, e), e);
        }
        String name = setting.sign() == Sign.LOSS ? "loss" : "logL";
        double[] y = setting.batch().y().row(e - 1);
        return define(name + suffix(e), LossFormula.of(setting.objective(), a, y));
    }

    /** zᵢ⁽ˡ⁾ = Θᵢ₀ + Σⱼ Θᵢⱼ aⱼ. */
    private List<Expression> sums(int l, List<Expression> a, int e) {
        return units(l).mapToObj(i -> define(name("z", l, i, e), sum(row(l - 1, i), a)))
                .toList();
    }

    private static Expression sum(Stream<Weight> row, List<Expression> a) {
        return Formulas.sum(row.map(weight -> weight.times(a)).toList());
    }

    private List<Expression> activations(int l, List<Expression> z, int e) {
        if (network.activation(l) == Activation.SOFTMAX) {
            return softmax(l, z, e);
        }
        return units(l).mapToObj(i -> define(name("a", l, i, e), elementwise(network.activation(l), z.get(i - 1))))
                .toList();
    }

    private static Expression elementwise(Activation g, Expression z) {
        return switch (g) {
            case SIGMOID -> Formulas.call(Function.SIGMOID, z);
            case RELU -> Formulas.call(Function.RELU, z);
            case TANH -> Formulas.call(Function.TANH, z);
            case LINEAR -> z;
            case LEAKY_RELU -> Formulas.call(Function.MAX, z, Formulas.scaled(Activation.LEAK, z));
            case SOFTMAX -> throw new IllegalArgumentException("softmax acts on a whole layer");
        };
    }

    /** aᵢ = e^zᵢ / Σₖ e^zₖ, with the powers and their sum under names of their own. */
    private List<Expression> softmax(int l, List<Expression> z, int e) {
        List<Expression> powers = units(l).mapToObj(
                        i -> define(name("exp", l, i, e), Formulas.call(Function.EXP, z.get(i - 1))))
                .toList();
        Expression sum = define("sum" + l + suffix(e), Formulas.sum(powers));
        return units(l).mapToObj(i -> define(name("a", l, i, e), Formulas.over(powers.get(i - 1), sum)))
                .toList();
    }

    private Expression cost(List<Expression> losses) {
        Expression mean = Formulas.sum(losses);
        if (losses.size() > 1) {
            mean = Formulas.over(mean, Formulas.number(losses.size()));
        }
        Penalty penalty = setting.penalty();
        Expression cost = mean;
        if (penalty.lambda() != 0) {
            cost = Formulas.plus(cost, Formulas.scaled(penalty.lambda() / 2, overWeights(Formulas::squared)));
        }
        if (penalty.l1() != 0) {
            cost = Formulas.plus(cost, Formulas.scaled(penalty.l1(), overWeights(Formulas::absolute)));
        }
        return cost;
    }

    /** The sum over all weights but those of bias units. */
    private Expression overWeights(UnaryOperator<Expression> each) {
        return Formulas.sum(weights()
                .filter(weight -> weight.j() > 0)
                .map(weight -> each.apply(weight.variable()))
                .toList());
    }

    private Expression define(String name, Expression body) {
        definitions.add(new Definition(name, body));
        return new Expression.Reference(name);
    }

    private IntStream units(int l) {
        return IntStream.rangeClosed(1, network.units(l));
    }

    private String name(String letter, int l, int i, int e) {
        return letter + l + "_" + i + suffix(e);
    }

    private String suffix(int e) {
        return setting.batch().size() == 1 ? "" : "_" + e;
    }

    /** Θ⁽ˡ⁾ᵢⱼ. */
    private record Weight(int l, int i, int j) {

        String name() {
            return "w" + l + "_" + i + "_" + j;
        }

        Expression variable() {
            return new Expression.Variable(name());
        }

        /** {@return Θᵢⱼ aⱼ; the bias unit, which is 1, is not written} */
        Expression times(List<Expression> a) {
            return j == 0 ? variable() : Formulas.times(variable(), a.get(j - 1));
        }
    }
}
