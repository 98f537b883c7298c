package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of plain gradient descent, and the same examples passed again.
 *
 * @param learningRate η
 * @param theta the weights after the step
 * @param losses ℓ of each example with them [n × 1]
 * @param cost J with them
 * @param squaredNorm ‖∂J/∂Θ‖², over all weights
 */
public record Update(double learningRate, Theta theta, Matrix losses, double cost, double squaredNorm) {

    /** {@return the step from where a pass was recorded} */
    public static Update of(MatrixEngine engine, Recording recording, double learningRate) {
        Setting setting = recording.setting();
        Pass pass = new Pass(engine, setting);
        pass.forward(Recorder.NONE);
        pass.backward(Recorder.NONE);
        pass.descend(learningRate);
        List<Matrix> losses = new ArrayList<>();
        pass.forward(new Recorder() {
            @Override
            public void losses(Buffer ofExamples) {
                losses.add(engine.read(ofExamples));
            }
        });
        return new Update(learningRate, pass.theta(), losses.getFirst(), pass.cost(), squaredNorm(recording));
    }

    /** {@return the decrease of J that a straight line foretells, −η‖∂J/∂Θ‖²} */
    public double predicted() {
        return -learningRate * squaredNorm;
    }

    private static double squaredNorm(Recording recording) {
        Setting setting = recording.setting();
        double divisor = (double) setting.sign().factor() * recording.examples();
        double sum = 0;
        for (int l = 1; l <= setting.network().depth(); l++) {
            for (int i = 1; i <= setting.network().units(l + 1); i++) {
                for (int j = 0; j <= setting.network().units(l); j++) {
                    double penalty = j == 0 ? 0 : setting.lambda() * recording.theta(l, i, j);
                    double slope = recording.sum(l, i, j) / divisor + penalty;
                    sum += slope * slope;
                }
            }
        }
        return sum;
    }
}
