package backstep.network;

import backstep.autodiff.AdjointTrace;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import backstep.expression.Limits;
import backstep.expression.Printer;
import backstep.expression.Program;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A network over its examples as a Wengert list of J, so that D can be read off as adjoints: backpropagation is reverse mode.
 * Weights are the inputs, examples and λ are constants. In the convention of the log-likelihood the losses in J have the other
 * sign, as they have in D.
 *
 * <p>Losses are written as they are defined, from ŷ: where ŷ rounds to 0 or 1 the list has no finite value, while the pass has.
 * At the corner of leaky-relu, z = 0, the list takes the mean of both slopes.
 *
 * @param setting what was unrolled
 * @param list the operations; its outputs are every z, a and loss under their names, and J as the last
 * @param expression the same as a text that parses to the same list, where the network is small enough for one
 * @param at the names of the inputs with their values, in order of l, i, j
 */
public record Unrolling(Setting setting, WengertList list, Optional<String> expression, Map<String, Double> at) {

    /** The most products of a weight with an activation that are written out. */
    public static final long PRODUCTS = 150_000;

    /**
     * {@return the list of a network over its examples}
     *
     * @throws InvalidNetwork where it would be longer than anybody reads
     */
    public static Unrolling of(Setting setting) {
        setting.network().requireDense("only dense layers are written out as a Wengert list");
        requireBounded(setting);
        Program program = NetworkProgram.of(setting);
        return new Unrolling(setting, WengertList.of(program), text(program), values(program, setting.theta()));
    }

    private static void requireBounded(Setting setting) {
        long weights = setting.network().weights();
        long products = weights * setting.batch().size();
        InvalidNetwork.require(
                products <= PRODUCTS,
                "network",
                "written out, " + weights + " weights over " + setting.batch().size() + " examples are " + products
                        + " products, at most " + PRODUCTS + " are written; take fewer units or examples");
    }

    private static Optional<String> text(Program program) {
        if (program.variables().size() > Limits.VARIABLES) {
            return Optional.empty();
        }
        return Optional.of(Printer.of(program)).filter(text -> text.length() <= Limits.CHARACTERS);
    }

    private static Map<String, Double> values(Program program, Theta theta) {
        double[] values = values(theta);
        Map<String, Double> at = new LinkedHashMap<>();
        for (int k = 0; k < values.length; k++) {
            at.put(program.variables().get(k), values[k]);
        }
        return Collections.unmodifiableMap(at);
    }

    private static double[] values(Theta theta) {
        return theta.matrices().stream()
                .flatMapToDouble(matrix -> Arrays.stream(matrix.toArray()))
                .toArray();
    }

    /** {@return i of the input vᵢ that is Θ⁽ˡ⁾ᵢⱼ; i from 1, j from 0} */
    public int variable(int l, int i, int j) {
        int before = 0;
        for (int k = 1; k < l; k++) {
            before += weights(k);
        }
        return list.firstIndex() + before + (i - 1) * (setting.network().units(l) + 1) + j;
    }

    private int weights(int l) {
        return setting.network().units(l + 1) * (setting.network().units(l) + 1);
    }

    /** {@return the adjoints ∂J/∂vᵢ at these weights} */
    public AdjointTrace adjoints() {
        PrimalTrace primal = PrimalTrace.of(list, values(setting.theta()));
        return AdjointTrace.of(primal, list.outputs().size() - 1);
    }
}
