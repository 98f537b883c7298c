package backstep.story.network;

import backstep.linalg.Matrix;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.network.Sign;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.NetworkQuantity.Table;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.RmsProp;
import backstep.training.RunningMeans;
import backstep.training.Sgd;
import backstep.training.UpdateSetting;
import java.util.OptionalDouble;

/** The numbers of an update by their definitions, one by one, with nothing of the program but the D that it recorded. */
final class PlainUpdate {

    private final Recording recording;
    private final Network network;
    private final UpdateSetting setting;

    PlainUpdate(Recording recording, UpdateSetting setting) {
        this.recording = recording;
        this.network = recording.network();
        this.setting = setting;
    }

    /** {@return what a number of the update is; nothing for other numbers} */
    OptionalDouble number(NetworkAddress quantity) {
        return switch (quantity) {
            case NetworkAddress.Entry(Table.Weights(int k), int l, int i, int j)
            when k == 1 -> OptionalDouble.of(weight(l, i, j));
            case NetworkAddress.Entry(Table.Remembered(var memory, int k), int l, int i, int j)
            when k == 1 ->
                OptionalDouble.of(
                        switch (memory) {
                            case MOMENTUM, SQUARES, MEAN -> first(l, i, j);
                            case MEAN_SQUARE -> setting.state().second().isEmpty() ? first(l, i, j) : second(l, i, j);
                        });
            case NetworkAddress.Entry(Table.Made(var part), int l, int i, int j) ->
                OptionalDouble.of(
                        switch (part) {
                            case SLOPE -> slope(l, i, j);
                            case CORRECTED_MEAN -> first(l, i, j) / (1 - StrictMath.pow(means().beta1(), setting.t()));
                            case CORRECTED_MEAN_SQUARE ->
                                second(l, i, j) / (1 - StrictMath.pow(means().beta2(), setting.t()));
                            case DIRECTION -> direction(l, i, j);
                        });
            case NetworkAddress.OfUpdate(Measure measure) ->
                OptionalDouble.of(
                        switch (measure) {
                            case LEARNING_RATE -> setting.learningRate();
                            case NORM -> norm();
                            default -> clip();
                        });
            case NetworkAddress.OfMatrix(Measure measure, int l) ->
                OptionalDouble.of(
                        switch (measure) {
                            case THETA_NORM -> thetaNorm(l);
                            case DIRECTION_NORM -> directionNorm(l);
                            default -> trust(l);
                        });
            default -> OptionalDouble.empty();
        };
    }

    private double weight(int l, int i, int j) {
        double theta = recording.theta(l, i, j);
        double rate = setting.learningRate();
        double g = slope(l, i, j);
        return switch (setting.optimizer()) {
            case Sgd sgd when sgd.momentum() == 0 -> theta - rate * g;
            case Sgd sgd -> theta - rate * (sgd.nesterov() ? g + sgd.momentum() * first(l, i, j) : first(l, i, j));
            case Adagrad adagrad -> theta - rate * g / (StrictMath.sqrt(first(l, i, j)) + adagrad.eps());
            case RmsProp rms -> theta - rate * g / (StrictMath.sqrt(first(l, i, j)) + rms.eps());
            case Adam _ -> theta - rate * direction(l, i, j);
            case AdamW adamW -> theta - rate * adamW.weightDecay() * theta - rate * direction(l, i, j);
            case Lamb _ -> theta - rate * trust(l) * direction(l, i, j);
        };
    }

    /** ∂J/∂Θ, written with D: the penalty in D keeps its sign when the likelihood is maximised. */
    private double whole(int l, int i, int j) {
        if (recording.setting().sign() == Sign.LOSS) {
            return recording.d(l, i, j);
        }
        double theta = recording.theta(l, i, j);
        double penalty = j == 0
                ? 0
                : recording.setting().penalty().lambda() * theta
                        + recording.setting().penalty().l1() * Math.signum(theta);
        return -(recording.d(l, i, j) - penalty) + penalty;
    }

    private double norm() {
        double sum = 0;
        for (int l = 1; l <= network.depth(); l++) {
            for (int i = 1; i <= network.units(l + 1); i++) {
                for (int j = 0; j <= network.units(l); j++) {
                    sum += whole(l, i, j) * whole(l, i, j);
                }
            }
        }
        return StrictMath.sqrt(sum);
    }

    private double clip() {
        return setting.clipNorm().isEmpty() ? 1 : Math.min(1, setting.clipNorm().getAsDouble() / (norm() + 0.000001));
    }

    private double slope(int l, int i, int j) {
        return clip() * whole(l, i, j);
    }

    private double first(int l, int i, int j) {
        double old = setting.state().first(l, i, j);
        double g = slope(l, i, j);
        return switch (setting.optimizer()) {
            case Sgd sgd -> sgd.momentum() * old + g;
            case Adagrad _ -> old + g * g;
            case RmsProp rms -> rms.alpha() * old + (1 - rms.alpha()) * g * g;
            case Adam _, AdamW _, Lamb _ -> means().beta1() * old + (1 - means().beta1()) * g;
        };
    }

    private double second(int l, int i, int j) {
        double g = slope(l, i, j);
        return means().beta2() * setting.state().second(l, i, j) + (1 - means().beta2()) * g * g;
    }

    private RunningMeans means() {
        return switch (setting.optimizer()) {
            case Adam adam -> adam.means();
            case AdamW adamW -> adamW.means();
            case Lamb lamb -> lamb.means();
            default -> throw new AssertionError("no means");
        };
    }

    private double direction(int l, int i, int j) {
        double mean = first(l, i, j) / (1 - StrictMath.pow(means().beta1(), setting.t()));
        double square = second(l, i, j) / (1 - StrictMath.pow(means().beta2(), setting.t()));
        double decay = setting.optimizer() instanceof Lamb lamb ? lamb.weightDecay() : 0;
        return mean / (StrictMath.sqrt(square) + means().eps()) + decay * recording.theta(l, i, j);
    }

    private double thetaNorm(int l) {
        double sum = 0;
        for (double theta : recording.setting().theta().matrix(l).toArray()) {
            sum += theta * theta;
        }
        return StrictMath.sqrt(sum);
    }

    private double directionNorm(int l) {
        Matrix shape = recording.setting().theta().matrix(l);
        double sum = 0;
        for (int i = 1; i <= shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
                sum += direction(l, i, j) * direction(l, i, j);
            }
        }
        return StrictMath.sqrt(sum);
    }

    private double trust(int l) {
        return thetaNorm(l) == 0 || directionNorm(l) == 0 ? 1 : thetaNorm(l) / directionNorm(l);
    }
}
