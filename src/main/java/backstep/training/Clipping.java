package backstep.training;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import backstep.network.Pass;

/** Shortens ∂J/∂Θ where it is too long (Pascanu, Mikolov and Bengio 2013, Algorithm 1, in the form of PyTorch). */
final class Clipping {

    /** What PyTorch adds to a norm that it divides by. */
    private static final double EPS = 1e-6;

    /** What slopes are multiplied by whose length is beyond the largest double, so that it can be told. */
    private static final double FIRST = 0x1p-540;

    private Clipping() {}

    /** {@return min(1, clipNorm / (‖∂J/∂Θ‖ + 10⁻⁶)), with the norm over all layers} */
    static double factor(double norm, double clipNorm) {
        return Math.min(1, clipNorm / (norm + EPS));
    }

    /** Multiplies the slopes of all layers, and {@return the factor}. */
    static double clip(MatrixEngine engine, Pass pass, int layers, double clipNorm) {
        double norm = pass.slopesNorm();
        if (Double.isInfinite(norm)) {
            scale(engine, pass, layers, FIRST);
            return FIRST * scale(engine, pass, layers, clipNorm / pass.slopesNorm());
        }
        double factor = factor(norm, clipNorm);
        return factor == 1 ? 1 : scale(engine, pass, layers, factor);
    }

    private static double scale(MatrixEngine engine, Pass pass, int layers, double factor) {
        for (int l = 1; l <= layers; l++) {
            Buffer slopes = pass.slopes(l);
            engine.scale(factor, slopes);
        }
        return factor;
    }
}
