package backstep.network;

import backstep.linalg.Buffer;
import backstep.linalg.MatrixEngine;
import java.util.List;

/** What large weights add to the cost, (λ/2) Σ Θᵢⱼ² + λ₁ Σ |Θᵢⱼ|, j ≠ 0, and to its slopes. */
final class PenaltyTerm {

    private final MatrixEngine engine;
    private final Penalty penalty;
    private final List<Buffer> theta;
    private final SquaredNorms squares;

    /** @param theta of the layers whose weights cost something */
    PenaltyTerm(MatrixEngine engine, Penalty penalty, List<Buffer> theta) {
        this.engine = engine;
        this.penalty = penalty;
        this.theta = theta;
        squares = new SquaredNorms(engine, theta);
    }

    /** {@return the term} */
    double value() {
        double sum = penalty.lambda() == 0 ? 0 : squares.sum(1);
        double sizes = 0;
        for (int k = 0; k < theta.size() && penalty.l1() != 0; k++) {
            sizes += engine.absoluteSum(theta.get(k), 1);
        }
        return penalty.lambda() / 2 * sum + penalty.l1() * sizes;
    }

    /** d = sum / divisor + λΘ + λ₁ sign Θ, the last two not in column 0. */
    void average(Buffer sum, double divisor, Buffer theta, Buffer d) {
        engine.regularise(sum, divisor, theta, penalty.lambda(), d);
        if (penalty.l1() != 0) {
            engine.addSigns(penalty.l1(), theta, d);
        }
    }
}
