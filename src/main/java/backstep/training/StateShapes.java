package backstep.training;

import backstep.linalg.Matrix;
import backstep.network.Network;
import java.util.List;

/** Which optimizers can go on from which memories. */
final class StateShapes {

    private StateShapes() {}

    /** {@return whether one optimizer can go on from what the other remembers} */
    static boolean isShared(Optimizer one, Optimizer other) {
        return memory(one).equals(memory(other));
    }

    private static String memory(Optimizer optimizer) {
        return switch (optimizer) {
            case Sgd sgd -> sgd.momentum() > 0 ? "b" : "";
            case Adagrad _ -> "s";
            case RmsProp _ -> "v";
            case Adam _, AdamW _, Lamb _ -> "m, v";
        };
    }

    /** @throws backstep.network.InvalidNetwork where a memory has not the shape of the weights */
    static void requireFits(OptimizerState state, Network network, Optimizer optimizer) {
        Require.atLeast("training/state/updates", 0, state.updates());
        int memories = optimizer.rule().memories();
        requireFits("training/state/first", state.first(), memories >= 1, network);
        requireFits("training/state/second", state.second(), memories >= 2, network);
    }

    private static void requireFits(String place, List<Matrix> memory, boolean used, Network network) {
        int count = used ? network.depth() : 0;
        Require.that(memory.size() == count, place, "must have " + count + " matrices, has " + memory.size());
        for (int l = 1; l <= count; l++) {
            Matrix matrix = memory.get(l - 1);
            String shape = network.theta(l).rows() + "×" + network.theta(l).columns();
            Require.that(
                    matrix.shape().equals(shape),
                    place + "/" + (l - 1),
                    "is " + matrix.shape() + ", must be " + shape + " as theta is");
        }
    }
}
