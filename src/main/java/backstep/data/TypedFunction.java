package backstep.data;

import static backstep.data.Claims.require;

import backstep.autodiff.Flag;
import backstep.autodiff.PrimalTrace;
import backstep.autodiff.WengertList;
import backstep.expression.ExpressionException;
import backstep.expression.ExpressionParser;
import backstep.network.InvalidNetwork;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A function of x that was typed, in the grammar of expressions. Of several definitions the last one is the function. */
public final class TypedFunction implements DoubleUnaryOperator {

    private final String place;
    private final WengertList list;

    private TypedFunction(String place, WengertList list) {
        this.place = place;
        this.list = list;
    }

    /**
     * {@return the function that a text describes}
     *
     * @param place where in a document the text stands
     * @throws InvalidNetwork where the text is no expression, or has other variables than x
     */
    public static TypedFunction of(String place, String text) {
        WengertList list = read(place, text);
        List<String> strange =
                list.inputs().stream().filter(name -> !name.equals("x")).toList();
        require(
                strange.isEmpty(),
                place,
                "must have no variable but x, has " + Claims.some(strange) + "; write x, or a number, for it");
        return new TypedFunction(place, list);
    }

    private static WengertList read(String place, String text) {
        try {
            return WengertList.of(ExpressionParser.parse(text));
        } catch (ExpressionException mistake) {
            throw new InvalidNetwork(place, String.valueOf(mistake.getMessage()));
        }
    }

    /** @throws InvalidNetwork where the function has no value at x */
    @Override
    public double applyAsDouble(double x) {
        PrimalTrace trace = PrimalTrace.of(list, list.inputCount() == 0 ? new double[0] : new double[] {x});
        double y = trace.output(list.outputs().size() - 1);
        if (!Double.isFinite(y)) {
            throw new InvalidNetwork(
                    place, "has no value at x = " + Claims.number(x).replace('-', '−') + ": " + reason(trace));
        }
        return y;
    }

    private static String reason(PrimalTrace trace) {
        return IntStream.rangeClosed(1, trace.list().operationCount())
                .mapToObj(trace::flag)
                .flatMap(Optional::stream)
                .filter(flag -> flag.kind() != Flag.Kind.NOT_DIFFERENTIABLE)
                .map(Flag::reason)
                .findFirst()
                .orElse("it is not finite.");
    }
}
