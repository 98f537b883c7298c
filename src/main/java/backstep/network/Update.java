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
        Pass pass = Pass.over(engine, setting);
        pass.forward(Recorder.NONE);
        pass.backward(Recorder.NONE);
        double squaredNorm = squaredNorm(engine, pass);
        pass.descend(learningRate);
        List<Matrix> losses = new ArrayList<>();
        pass.forward(new Recorder() {
            @Override
            public void losses(Buffer ofExamples) {
                losses.add(engine.read(ofExamples));
            }
        });
        return new Update(learningRate, pass.weights().read(), losses.getFirst(), pass.cost(), squaredNorm);
    }

    /** {@return the decrease of J that a straight line foretells, −η‖∂J/∂Θ‖²} */
    public double predicted() {
        return -learningRate * squaredNorm;
    }

    private static double squaredNorm(MatrixEngine engine, Pass pass) {
        double sum = 0;
        for (int l = 1; l <= pass.weights().count(); l++) {
            sum += engine.squaredNorm(pass.slopes(l), 0);
        }
        return sum;
    }
}
