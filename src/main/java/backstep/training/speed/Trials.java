package backstep.training.speed;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.MatrixEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Sign;
import backstep.training.Plan;
import backstep.training.Trainer;
import backstep.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Updates of a few sizes, from one that is all overhead to one that is all products, by which engines are measured. */
public final class Trials {

    /** For how long updates are made before they are timed, so that what compiles as it goes is compiled. */
    private static final long WARM_UP = TimeUnit.MILLISECONDS.toNanos(60);

    /** For how long they are timed. */
    private static final long TIMED = TimeUnit.MILLISECONDS.toNanos(60);

    private static final int LEAST_UPDATES = 3;
    private static final int MOST_UPDATES = 1_000;

    private record Size(int batch, int... units) {}

    private static final List<Size> SIZES = List.of(
            new Size(16, 2, 8, 1), new Size(64, 64, 64, 10), new Size(128, 256, 256, 10), new Size(256, 784, 512, 10));

    private final LongSupplier nanos;

    /** @param nanos the time, in nanoseconds from anywhere */
    public Trials(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** {@return how long updates take on engines of the processor and of the device; both are closed behind it} */
    public Comparison compare(Supplier<MatrixEngine> processor, Supplier<MatrixEngine> device) {
        return new Comparison(time(processor), time(device));
    }

    private List<Timing> time(Supplier<MatrixEngine> engines) {
        return SIZES.stream().map(size -> time(engines, plan(size))).toList();
    }

    private Timing time(Supplier<MatrixEngine> engines, Plan plan) {
        try (MatrixEngine engine = engines.get()) {
            Trainer trainer = new Trainer(engine, plan);
            times(trainer, WARM_UP);
            double[] seconds = times(trainer, TIMED);
            Arrays.sort(seconds);
            return new Timing(Work.ofUpdate(plan), seconds[seconds.length / 2]);
        }
    }

    private double[] times(Trainer trainer, long budget) {
        List<Long> taken = new ArrayList<>();
        long left = budget;
        while (taken.size() < LEAST_UPDATES || left > 0 && taken.size() < MOST_UPDATES) {
            long before = nanos.getAsLong();
            Work.update(trainer);
            long took = nanos.getAsLong() - before;
            taken.add(took);
            left -= took;
        }
        return taken.stream()
                .mapToDouble(each -> each / (double) TimeUnit.SECONDS.toNanos(1))
                .toArray();
    }

    private static Plan plan(Size size) {
        int[] units = size.units();
        List<Dense> layers = IntStream.range(1, units.length)
                .mapToObj(l -> new Dense(units[l], l < units.length - 1 ? Activation.TANH : Activation.LINEAR))
                .toList();
        Network network = new Network(units[0], layers, Loss.SQUARED_ERROR);
        Random random = new Random(1);
        Batch batch =
                new Batch(noise(random, size.batch(), units[0]), noise(random, size.batch(), units[units.length - 1]));
        return new Plan(
                new Cost(network, Penalty.NONE, Sign.LOSS),
                Initialization.XAVIER_UNIFORM.theta(network, 1),
                new Split(batch, Optional.empty()),
                Training.DEFAULT.inOrder().withBatchSize(size.batch()).withEpochs(Training.EPOCHS));
    }

    private static Matrix noise(Random random, int rows, int columns) {
        return Matrix.of(rows, columns, random.doubles((long) rows * columns).toArray());
    }
}
