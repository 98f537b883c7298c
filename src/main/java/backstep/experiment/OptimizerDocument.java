package backstep.experiment;

import backstep.network.InvalidNetwork;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.RunningMeans;
import backstep.training.Sgd;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What makes an update of a gradient, as it is written down. Constants that are left out are the usual ones. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OptimizerDocument(
        @Nullable Type type,
        @Nullable Double learningRate,
        @Nullable Double momentum,
        @Nullable Boolean nesterov,
        @Nullable Double alpha,
        @Nullable Double beta1,
        @Nullable Double beta2,
        @Nullable Double eps,
        @Nullable Double weightDecay) {

    /** The optimizers there are. */
    public enum Type {
        /** Gradient descent. */
        SGD(Experiment.USUAL_LEARNING_RATE),
        /** Duchi et al. 2011. */
        ADAGRAD(0.01),
        /** Tieleman and Hinton 2012. */
        RMSPROP(0.01),
        /** Kingma and Ba 2015. */
        ADAM(0.001),
        /** Loshchilov and Hutter 2019. */
        ADAMW(0.001),
        /** You et al. 2020. */
        LAMB(0.001);

        private final double usualLearningRate;

        Type(double usualLearningRate) {
            this.usualLearningRate = usualLearningRate;
        }

        /** {@return the name of the optimizer in documents} */
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String PLACE = "training/optimizer";

    private static final Map<String, List<String>> CONSTANTS = new TreeMap<>(Map.of(
            "sgd", List.of("momentum", "nesterov"),
            "adagrad", List.of("eps"),
            "rmsprop", List.of("alpha", "eps"),
            "adam", List.of("beta1", "beta2", "eps"),
            "adamw", List.of("beta1", "beta2", "eps", "weightDecay"),
            "lamb", List.of("beta1", "beta2", "eps", "weightDecay")));

    /**
     * {@return the optimizer that is described}
     *
     * @throws InvalidNetwork where a constant is out of its range, or of another optimizer
     */
    Optimizer optimizer() {
        Type chosen = type == null ? Type.SGD : type;
        requireOwnConstants(chosen);
        double rate = Usual.or(learningRate, chosen.usualLearningRate);
        return switch (chosen) {
            case SGD -> new Sgd(rate, Usual.or(momentum, 0), Usual.or(nesterov, false));
            case ADAGRAD -> new Adagrad(rate, Usual.or(eps, Adagrad.EPS));
            case RMSPROP -> new RmsProp(rate, Usual.or(alpha, RmsProp.ALPHA), Usual.or(eps, RmsProp.EPS));
            case ADAM -> new Adam(rate, means(Adam.MEANS));
            case ADAMW -> new AdamW(rate, means(Adam.MEANS), Usual.or(weightDecay, AdamW.WEIGHT_DECAY));
            case LAMB -> new Lamb(rate, means(Lamb.MEANS), Usual.or(weightDecay, 0));
        };
    }

    private void requireOwnConstants(Type chosen) {
        new Constants(PLACE, CONSTANTS)
                .with("momentum", momentum)
                .with("nesterov", nesterov)
                .with("alpha", alpha)
                .with("beta1", beta1)
                .with("beta2", beta2)
                .with("eps", eps)
                .with("weightDecay", weightDecay)
                .requireOf(chosen.spelling());
    }

    private RunningMeans means(RunningMeans usual) {
        return new RunningMeans(
                Usual.or(beta1, usual.beta1()), Usual.or(beta2, usual.beta2()), Usual.or(eps, usual.eps()));
    }

    /** {@return an optimizer as it is written down, with all its constants} */
    static OptimizerDocument of(Optimizer optimizer) {
        return switch (optimizer) {
            case Sgd(double rate, double momentum, boolean nesterov) ->
                new OptimizerDocument(Type.SGD, rate, momentum, nesterov, null, null, null, null, null);
            case Adagrad(double rate, double eps) ->
                new OptimizerDocument(Type.ADAGRAD, rate, null, null, null, null, null, eps, null);
            case RmsProp(double rate, double alpha, double eps) ->
                new OptimizerDocument(Type.RMSPROP, rate, null, null, alpha, null, null, eps, null);
            case Adam(double rate, RunningMeans means) -> of(Type.ADAM, rate, means, null);
            case AdamW(double rate, RunningMeans means, double decay) -> of(Type.ADAMW, rate, means, decay);
            case Lamb(double rate, RunningMeans means, double decay) -> of(Type.LAMB, rate, means, decay);
        };
    }

    /** {@return an optimizer with its usual constants} */
    public static OptimizerDocument of(Type type, double learningRate) {
        return new OptimizerDocument(type, learningRate, null, null, null, null, null, null, null);
    }

    private static OptimizerDocument of(Type type, double rate, RunningMeans means, @Nullable Double decay) {
        return new OptimizerDocument(type, rate, null, null, null, means.beta1(), means.beta2(), means.eps(), decay);
    }
}
