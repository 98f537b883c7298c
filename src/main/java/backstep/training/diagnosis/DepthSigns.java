package backstep.training.diagnosis;

import backstep.linalg.Matrix;
import backstep.network.Activation;
import backstep.network.Initialization;
import backstep.training.Metrics;
import backstep.training.diagnosis.Activity.Share;
import backstep.training.diagnosis.Change.Activate;
import backstep.training.diagnosis.Change.AddInputs;
import backstep.training.diagnosis.Change.Clip;
import backstep.training.diagnosis.Change.Depth;
import backstep.training.diagnosis.Change.Draw;
import backstep.training.diagnosis.Change.Normalise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether gradients get through the layers, and units take part. */
final class DepthSigns {

    /** A loss above this share of the baseline is poor. */
    private static final double POOR = 0.4;
    /** A recent fall below this share of the baseline is none. */
    private static final double FLAT = 0.03;
    /** The share of units of a layer from which on it suffers. */
    private static final double MANY = 0.75;
    /** A loss above this share of the baseline says that nothing was learned. */
    private static final double NOTHING = 0.8;
    /** The share of dead units that no gradient gets past. */
    private static final double NEARLY_ALL = 0.9;
    /** ‖D⁽¹⁾‖ as a part of ‖D⁽ᴸ⁾‖ below which it vanishes. */
    private static final double VANISHES = 1e-3;
    /** ‖D‖ as a multiple of ‖Θ‖ above which it explodes. */
    private static final double EXPLODES = 100;
    /** Weights below this part of what Xavier's rule draws are small, above its inverse large. */
    private static final double SMALL = 0.4;

    private final Course course;

    DepthSigns(Course course) {
        this.course = course;
    }

    /** {@return what is wrong with the layers} */
    Optional<Finding> find() {
        if (course.lossShare() < POOR) {
            return Optional.empty();
        }
        return exploding().or(this::dead).or(this::saturated).or(this::vanishing);
    }

    private Optional<Finding> exploding() {
        Metrics start = course.start();
        double gradient = start.gradientNorms().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double theta = start.thetaNorms().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        if (!(gradient > EXPLODES * Math.max(1, theta))
                || course.plan().network().depth() < 3) {
            return Optional.empty();
        }
        String sign = "At the start the gradient of a layer has norm " + Words.number(gradient)
                + ", its weights at most " + Words.number(theta) + ": the first steps throw them far away.";
        return Optional.of(new Finding(
                Illness.EXPLODING_GRADIENT,
                sign,
                List.of(
                        Remedy.anew(
                                new Draw(suited()),
                                "Weights of this size keep activations as large from layer to layer."),
                        Remedy.anew(new Clip(1), "No step is longer than η then, however steep the slope is."),
                        Remedy.anew(new Normalise(), "Activations are brought to one size in each layer."),
                        Remedy.anew(Trial.fromTheStart(course).times(0.01), "Short steps survive steep slopes."))));
    }

    private Initialization suited() {
        return isRelu() ? Initialization.HE_NORMAL : Initialization.XAVIER_UNIFORM;
    }

    private boolean isRelu() {
        Activation first = course.plan().network().activation(2);
        return first == Activation.RELU || first == Activation.LEAKY_RELU;
    }

    private Optional<Finding> dead() {
        if (!isFlat()) {
            return Optional.empty();
        }
        Share share = activityNow().dead();
        if (share.value() < NEARLY_ALL) {
            return Optional.empty();
        }
        String sign = share.units() + " of " + share.of() + " ReLU units in layer " + share.layer()
                + " have slope 0 for every training example, so nothing moves their weights.";
        return Optional.of(new Finding(Illness.DEAD_UNITS, sign, alive()));
    }

    /** Units that were alive at the start were killed by steps. */
    private List<Remedy> alive() {
        Remedy slower = slower("One long step can push a unit below 0 for every example.");
        Remedy leaky = Remedy.anew(
                new Activate(Activation.LEAKY_RELU, Initialization.HE_NORMAL),
                "A unit whose slope is never 0 can always come back.");
        Remedy draw =
                Remedy.anew(new Draw(Initialization.HE_NORMAL), "Half of the examples are above 0 in each unit then.");
        Remedy normal = Remedy.anew(new Normalise(), "Inputs of each unit are centred, so some are above 0.");
        return activityAtStart().dead().value() < NEARLY_ALL
                ? List.of(slower, leaky, draw, normal)
                : List.of(draw, leaky, normal, slower);
    }

    private Remedy slower(String why) {
        Trial trial = Trial.fromTheStart(course);
        Change change = trial.best(List.of(trial.times(0.1), trial.times(0.01), trial.times(0.001)))
                .getFirst();
        return Remedy.anew(change, why + trial.told(change));
    }

    private Activity activityAtStart() {
        return Activity.of(course.engine(), course.plan(), course.first().theta());
    }

    private boolean isFlat() {
        return course.recent().size() > 1 && course.recentFall() < FLAT;
    }

    private Activity activityNow() {
        return Activity.of(course.engine(), course.plan(), course.moment().theta());
    }

    private Optional<Finding> saturated() {
        if (!isFlat()) {
            return Optional.empty();
        }
        Share share = activityNow().saturated();
        if (share.value() < MANY) {
            return Optional.empty();
        }
        String sign = share.units() + " of " + share.of() + " units in layer " + share.layer()
                + " are saturated: on average g′ is below 5 % of its largest value.";
        return Optional.of(new Finding(Illness.SATURATED_UNITS, sign, unsaturated()));
    }

    private List<Remedy> unsaturated() {
        double atStart = activityAtStart().saturated().value();
        Remedy draw =
                Remedy.anew(new Draw(Initialization.XAVIER_UNIFORM), "Weights of this size keep z where g is steep.");
        Remedy relu = Remedy.anew(
                new Activate(Activation.RELU, Initialization.HE_NORMAL), "ReLU has slope 1 however large z is.");
        Remedy slower = slower("Long steps have pushed z to where g is flat.");
        Remedy normal = Remedy.anew(new Normalise(), "Inputs of each unit are brought to the steep part of g.");
        if (atStart < MANY) {
            return List.of(slower, relu, normal);
        }
        return course.startOfXavier() > 1 / SMALL ? List.of(draw, relu, normal) : List.of(relu, normal, slower);
    }

    private Optional<Finding> vanishing() {
        int depth = course.plan().network().depth();
        List<Double> norms = course.now().gradientNorms();
        boolean isPenalised = course.plan().cost().penalty().lambda() > 0 && !vanishes(course.start());
        if (depth < 2 || course.isSpoiled() || isPenalised || !isFlatOrNew() || !vanishes(course.now())) {
            return Optional.empty();
        }
        String sign = "The gradient of the first Θ has norm "
                + Words.number(norms.get(firstWithWeights() - 1)) + ", that of the last Θ "
                + Words.number(norms.getLast()) + ": first layers hardly move.";
        return Optional.of(new Finding(Illness.VANISHING_GRADIENT, sign, through(depth)));
    }

    private boolean vanishes(Metrics metrics) {
        return metrics.gradientNorms().get(firstWithWeights() - 1)
                        / metrics.gradientNorms().getLast()
                < VANISHES;
    }

    /** {@return l of the first Θ⁽ˡ⁾ that has weights} */
    private int firstWithWeights() {
        List<Matrix> matrices = course.first().theta().matrices();
        int l = 1;
        while (matrices.get(l - 1).size() == 0) {
            l++;
        }
        return l;
    }

    private boolean isFlatOrNew() {
        return course.lossShare() > NOTHING || isFlat();
    }

    private List<Remedy> through(int depth) {
        List<Remedy> remedies = new ArrayList<>();
        if (course.startOfXavier() < SMALL) {
            remedies.add(Remedy.anew(new Draw(suited()), "Weights of this size keep δ as large from layer to layer."));
        }
        if (!isRelu()) {
            remedies.add(Remedy.anew(
                    new Activate(Activation.RELU, Initialization.HE_NORMAL),
                    "g′ is 1 where a unit is active, so δ is not made smaller in each layer."));
        }
        remedies.add(Remedy.anew(new Normalise(), "Each layer starts from numbers of one size."));
        if (course.plan().network().activation(2) != Activation.SIGMOID) {
            remedies.add(Remedy.anew(new AddInputs(), "The gradient has a way around each block."));
        }
        if (depth > 3) {
            remedies.add(Remedy.anew(new Depth(2), "With fewer layers there are fewer factors to multiply."));
        }
        return remedies;
    }
}
