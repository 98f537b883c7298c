package backstep.server;

import backstep.data.TypedFunction;
import backstep.experiment.DataDocument;
import backstep.experiment.ExperimentDocument;
import backstep.experiment.NetworkDocument;
import backstep.experiment.ThetaDocument;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Batch;
import backstep.network.Bumps;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds a function of bumps, and looks how close it comes. */
final class Approximation {

    private static final int MOST_BUMPS = 200;
    private static final int USUAL_BUMPS = 10;
    private static final double USUAL_STEEPNESS = 50;
    private static final int USUAL_POINTS = 401;
    private static final int MOST_POINTS = 5_000;

    private Approximation() {}

    /**
     * {@return the network of bumps that is asked for}
     *
     * @throws backstep.network.InvalidNetwork where the function has no value somewhere, or a number is out of range
     */
    static ApproximationAnswer of(ApproximationRequest request) {
        int count = Within.of("/count", request.count(), 1, MOST_BUMPS, USUAL_BUMPS);
        Bumps bumps =
                new Bumps(or(request.from(), -1), or(request.to(), 1), count, or(request.steepness(), USUAL_STEEPNESS));
        int shown = Within.of("/shown", request.shown(), 0, bumps.units(), bumps.units());
        TypedFunction function = TypedFunction.of("function", request.function());
        double[] x = points(bumps, Within.of("/points", request.points(), 2, MOST_POINTS, USUAL_POINTS));
        double[] target = Arrays.stream(x).map(function).toArray();
        Theta theta = bumps.theta(function, shown);
        double[] curve = curve(bumps, theta, x);
        return new ApproximationAnswer(
                x,
                target,
                curve,
                error(target, curve),
                bumps.units(),
                shown,
                list(bumps, function),
                document(bumps, theta, request.function()));
    }

    private static double[] points(Bumps bumps, int count) {
        return IntStream.range(0, count)
                .mapToDouble(k -> bumps.from() + (bumps.to() - bumps.from()) * k / (count - 1))
                .toArray();
    }

    private static double or(@Nullable Double given, double usual) {
        return given == null ? usual : given;
    }

    private static double[] curve(Bumps bumps, Theta theta, double... x) {
        MatrixEngine engine = new EjmlEngine();
        Batch batch = new Batch(Matrix.of(x.length, 1, x), Matrix.zeros(x.length, 1));
        return Recording.of(engine, new Setting(bumps.network(), theta, batch, 0, Sign.LOSS))
                .a(3)
                .columns(1, 2)
                .toArray();
    }

    private static double error(double[] target, double... curve) {
        return IntStream.range(0, curve.length)
                .mapToDouble(k -> Math.abs(target[k] - curve[k]))
                .max()
                .orElseThrow();
    }

    private static List<ApproximationAnswer.Bump> list(Bumps bumps, TypedFunction function) {
        return IntStream.rangeClosed(1, bumps.count())
                .mapToObj(
                        j -> new ApproximationAnswer.Bump(bumps.left(j), bumps.left(j + 1), bumps.height(function, j)))
                .toList();
    }

    private static ExperimentDocument document(Bumps bumps, Theta theta, String function) {
        return new ExperimentDocument(
                NetworkDocument.of(bumps.network()),
                ThetaDocument.of(theta),
                DataDocument.of(function, bumps.from(), bumps.to()),
                null,
                null,
                null,
                null,
                null,
                "Bumps for " + function);
    }
}
