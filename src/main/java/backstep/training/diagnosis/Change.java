package backstep.training.diagnosis;

import backstep.network.Activation;
import backstep.network.Initialization;

/** What a remedy changes in an experiment. */
public sealed interface Change {

    /** η. */
    record LearningRate(double rate) implements Change {}

    /** η stays as it is now, whatever the schedule says. */
    record ConstantRate(double rate) implements Change {}

    /** η falls along a cosine. */
    record Decay() implements Change {}

    /** η rises at first. */
    record WarmUp(int epochs) implements Change {}

    /** Gradient descent with momentum μ. */
    record Momentum(double mu) implements Change {}

    /** Adam at this η. */
    record UseAdam(double rate) implements Change {}

    /** More examples for an update. */
    record LargerBatch(int size) implements Change {}

    /** Long gradients are shortened. */
    record Clip(double norm) implements Change {}

    /** Another rule draws the weights. */
    record Draw(Initialization rule) implements Change {}

    /** Another g of the hidden layers, with the rule that suits it. */
    record Activate(Activation activation, Initialization rule) implements Change {}

    /** Hidden layers of so many units. */
    record Width(int units) implements Change {}

    /** So many hidden layers. */
    record Depth(int layers) implements Change {}

    /** λ. */
    record PenaltyOf(double lambda) implements Change {}

    /** The run ends when the loss does not fall for so many epochs. */
    record StopEarly(int patience) implements Change {}

    /** So many times as many examples. */
    record MoreData(int times) implements Change {}

    /** Batch normalisation in the hidden layers. */
    record Normalise() implements Change {}

    /** Hidden layers that are added to their inputs. */
    record AddInputs() implements Change {}

    /** {@return the name in answers} */
    default String spelling() {
        return switch (this) {
            case LearningRate _ -> "learning-rate";
            case ConstantRate _ -> "constant-rate";
            case Decay _ -> "decay";
            case WarmUp _ -> "warm-up";
            case Momentum _ -> "momentum";
            case UseAdam _ -> "adam";
            case LargerBatch _ -> "larger-batch";
            case Clip _ -> "clip";
            case Draw _ -> "initialization";
            case Activate _ -> "activation";
            case Width _ -> "width";
            case Depth _ -> "depth";
            case PenaltyOf _ -> "penalty";
            case StopEarly _ -> "early-stopping";
            case MoreData _ -> "more-data";
            case Normalise _ -> "batch-norm";
            case AddInputs _ -> "residual";
        };
    }

    /** {@return what it does, as a button says it} */
    default String title() {
        return switch (this) {
            case LearningRate(double rate) -> "Learning rate " + Words.number(rate);
            case ConstantRate(double rate) -> "Constant learning rate " + Words.number(rate);
            case Decay() -> "Learning rate that falls along a cosine";
            case WarmUp(int epochs) -> "Learning rate that rises over " + epochs + " epochs";
            case Momentum(double mu) -> "Momentum " + Words.number(mu);
            case UseAdam(double rate) -> "Adam with learning rate " + Words.number(rate);
            case LargerBatch(int size) -> "Batches of " + size;
            case Clip(double norm) -> "Gradient norm at most " + Words.number(norm);
            case Draw(Initialization rule) -> "Weights drawn by " + rule.spelling();
            case Activate(Activation activation, var _) -> "Hidden layers of " + activation.spelling();
            case Width(int units) -> "Hidden layers of " + units + " units";
            case Depth(int layers) -> layers == 1 ? "One hidden layer" : layers + " hidden layers";
            case PenaltyOf(double lambda) -> lambda == 0 ? "No L2 penalty" : "L2 penalty λ = " + Words.number(lambda);
            case StopEarly _ -> "Early stopping";
            case MoreData(int times) -> times + " times as many examples";
            case Normalise() -> "Batch normalisation";
            case AddInputs() -> "Residual blocks";
        };
    }
}
