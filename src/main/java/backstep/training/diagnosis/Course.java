package backstep.training.diagnosis;

import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.training.Directions;
import backstep.training.Metrics;
import backstep.training.Moment;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How a run went up to a moment. */
final class Course {

    /** The epochs that are looked at, where there are so many. */
    private static final int RECENT = 10;

    /** A loss of so many times the baseline is worse than knowing nothing. */
    private static final double WORSE_THAN_NOTHING = 1.5;

    private static final double TINY = 1e-12;

    private final Supplier<MatrixEngine> engines;
    private final Plan plan;
    private final Moment first;
    private final Moment moment;
    /** In order; the last one is of the moment. */
    private final List<Metrics> points;

    private final double baseline;
    private final double lastStep;

    Course(Supplier<MatrixEngine> engines, Run run, int k) {
        this.engines = engines;
        plan = run.plan();
        first = run.history().at(run.history().first());
        Moment before = run.history().at(Math.max(run.history().first(), k - 1));
        moment = run.history().at(k);
        points = new ArrayList<>(
                run.metrics().stream().filter(point -> point.iteration() <= k).toList());
        if (points.getLast().iteration() < k) {
            points.add(run.history().metrics(k));
        }
        lastStep = Directions.norm(Directions.sum(moment.theta(), -1, before.theta()));
        baseline = Math.max(TINY, Baseline.of(plan.network(), plan.split().train()));
    }

    Plan plan() {
        return plan;
    }

    Moment moment() {
        return moment;
    }

    /** {@return the moment that the run started from} */
    Moment first() {
        return first;
    }

    MatrixEngine engine() {
        return engines.get();
    }

    List<Metrics> points() {
        return List.copyOf(points);
    }

    Metrics start() {
        return points.getFirst();
    }

    Metrics now() {
        return points.getLast();
    }

    /** {@return the last points, the present one included} */
    List<Metrics> recent() {
        return List.copyOf(points.subList(Math.max(0, points.size() - RECENT - 1), points.size()));
    }

    /** {@return the loss of the best constant answer} */
    double baseline() {
        return baseline;
    }

    /** {@return the training loss, as a share of what the best constant answer has} */
    double lossShare() {
        return now().trainLoss() / baseline;
    }

    /** {@return whether steps have made it worse than knowing nothing} */
    boolean isSpoiled() {
        return lossShare() > WORSE_THAN_NOTHING && now().trainLoss() > start().trainLoss();
    }

    /** {@return by how much the training loss fell over the last points, as a share of what the best constant answer has} */
    double recentFall() {
        return (recent().getFirst().trainLoss() - now().trainLoss()) / baseline;
    }

    /** {@return by how much the training loss changed from point to point lately, on average and as a share of the baseline} */
    double restlessness() {
        List<Metrics> recent = recent();
        return IntStream.range(1, recent.size())
                        .mapToDouble(p -> Math.abs(
                                recent.get(p).trainLoss() - recent.get(p - 1).trainLoss()))
                        .average()
                        .orElse(0)
                / baseline;
    }

    /** {@return the share of the last points whose loss was more than that of the one before} */
    double rises() {
        List<Metrics> recent = recent();
        return IntStream.range(1, recent.size())
                        .filter(p ->
                                recent.get(p).trainLoss() > recent.get(p - 1).trainLoss())
                        .count()
                / (double) Math.max(1, recent.size() - 1);
    }

    /** {@return η now} */
    double learningRate() {
        return now().learningRate();
    }

    /** {@return the length of the last step, 0 at the start} */
    double lastStep() {
        return lastStep;
    }

    /** {@return the root mean square of the weights of a layer at the start, its biases not counted} */
    double startSize(int l) {
        Matrix theta = plan.start().theta().matrix(l);
        Matrix weights = theta.columns(Math.min(1, theta.columns()), theta.columns());
        return weights.norm() / Math.sqrt(Math.max(1, weights.size()));
    }

    /** {@return how large the weights started, as a multiple of what Xavier's rule would have drawn; of a layer in the middle} */
    double startOfXavier() {
        int middle = (plan.start().theta().matrices().size() + 1) / 2;
        Matrix theta = plan.start().theta().matrix(middle);
        return startSize(middle) / Math.sqrt(2.0 / (theta.rows() + theta.columns() - 1));
    }
}
