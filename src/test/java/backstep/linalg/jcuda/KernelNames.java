package backstep.linalg.jcuda;

import backstep.linalg.UpdateRule;
import backstep.network.Activation;
import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Objective;
import backstep.network.Sign;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of all kernels that an engine can ask for, without their precision, from what networks and optimizers can be made of. */
final class KernelNames {

    private static final List<String> OPERATIONS = List.of(
            "multiply",
            "multiplyTransposed",
            "transposedMultiply",
            "addSlices",
            "prependBias",
            "regularise",
            "addSigns",
            "addScaled",
            "scale",
            "gather",
            "sum",
            "squaredNorm",
            "absoluteSum",
            "isFinite",
            "patches",
            "foldPatches",
            "toImages",
            "fromImages",
            "maxPool",
            "unpool",
            "moments",
            "normalise",
            "sumSlopes",
            "denormalise",
            "blend",
            "dropBias",
            "addWithoutBias",
            "addBehindBias");

    private KernelNames() {}

    static Stream<String> all() {
        return Stream.of(OPERATIONS.stream(), activations(), objectives(), updates())
                .flatMap(names -> names);
    }

    private static Stream<String> activations() {
        Stream<String> values = Arrays.stream(Activation.values()).map(g -> named("activate", g.kernel()));
        Stream<String> derivatives = Arrays.stream(Activation.values())
                .filter(Activation::isElementwise)
                .map(g -> named("deactivate", g.kernel()));
        return Stream.concat(values, derivatives);
    }

    private static Stream<String> objectives() {
        return Arrays.stream(Activation.values())
                .flatMap(output -> Arrays.stream(Loss.values()).flatMap(loss -> objective(output, loss).stream()))
                .flatMap(f -> Stream.of(named("losses", f.kernel()), named("outputDelta", f.kernel())));
    }

    /** {@return the pair, where a network may have it} */
    private static Optional<Objective> objective(Activation output, Loss loss) {
        try {
            return Optional.of(new Objective(output, loss, Sign.LOSS));
        } catch (InvalidNetwork e) {
            return Optional.empty();
        }
    }

    private static Stream<String> updates() {
        return optimizers()
                .map(Optimizer::rule)
                .map(UpdateRule::kernel)
                .distinct()
                .map(kernel -> named("update", kernel));
    }

    /** {@return one of each kind} */
    static Stream<Optimizer> optimizers() {
        return Stream.of(
                Sgd.plain(0.1),
                new Sgd(0.1, 0.9, false),
                new Sgd(0.1, 0.9, true),
                Adagrad.of(0.05),
                RmsProp.of(0.01),
                Adam.of(0.01),
                AdamW.of(0.01),
                Lamb.of(0.01));
    }

    private static String named(String operation, String function) {
        return operation + "_" + function.replace('/', '_').replace('-', '_');
    }
}
