package backstep.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random Wengert lists that stay finite and smooth, for properties that hold of every list. */
final class RandomLists {

    private static final List<Operation> SMOOTH = List.of(
            Operation.ADD,
            Operation.SUBTRACT,
            Operation.MULTIPLY,
            Operation.NEGATE,
            Operation.SIN,
            Operation.COS,
            Operation.TANH,
            Operation.SIGMOID,
            Operation.ATAN);

    private RandomLists() {}

    /** {@return a list of three inputs, up to forty operations and two outputs, the same for the same seed} */
    static WengertList of(long seed) {
        Random random = new Random(seed);
        WengertList.Builder builder = WengertList.over(List.of("a", "b", "c"));
        List<Operand> made = new ArrayList<>(List.of(builder.input(0), builder.input(1), builder.input(2)));
        int size = 2 + random.nextInt(39);
        for (int i = 0; i < size; i++) {
            Operation operation = SMOOTH.get(random.nextInt(SMOOTH.size()));
            made.add(
                    operation.arity() == 1
                            ? builder.append(operation, pick(made, random))
                            : builder.append(operation, pick(made, random), operand(builder, made, random)));
        }
        return builder.output("y1", made.getLast())
                .output("y2", made.get(made.size() - 2))
                .build();
    }

    static double[] point(long seed) {
        return new Random(~seed).doubles(3, -1, 1).toArray();
    }

    private static Operand pick(List<Operand> made, Random random) {
        return made.get(random.nextInt(made.size()));
    }

    private static Operand operand(WengertList.Builder builder, List<Operand> made, Random random) {
        return random.nextInt(5) == 0 ? builder.constant(random.nextInt(3) - 1) : pick(made, random);
    }
}
