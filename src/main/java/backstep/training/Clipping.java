package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.network.Pass;

/** Shortens ∂J/∂Θ where it is too long (Pascanu, Mikolov and Bengio 2013, Algorithm 1, in the form of PyTorch). */
final class Clipping {

    /** What PyTorch adds to a norm that it divides by. */
    private static final double EPS = 1e-6;

    private Clipping() {}

    /** {@return min(1, clipNorm / (‖∂J/∂Θ‖ + 10⁻⁶)), with the norm over all layers} */
    static double factor(double norm, double clipNorm) {
        return Math.min(1, clipNorm / (norm + EPS));
    }

    /** Multiplies the slopes of all layers, and {@return the factor}. */
    static double clip(MatrixEngine engine, Pass pass, int layers, double clipNorm) {
        double factor = factor(pass.slopesNorm(), clipNorm);
        for (int l = 1; l <= layers && factor != 1; l++) {
            Buffer slopes = pass.slopes(l);
            engine.scale(factor, slopes);
        }
        return factor;
    }
}
