package backstep.training;

import backstep.data.Split;
import backstep.network.Batch;
import backstep.network.RandomSettings;
import backstep.network.Setting;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;

/** Random plans of small networks, for what holds of every run. The same seed gives the same. */
final class RandomPlans {

    private static final RunningMeans MEANS = new RunningMeans(0.8, 0.9, 1e-3);

    private RandomPlans() {}

    /** {@return a plan with 3 to 13 examples in batches of 1 to 6, any optimizer and schedule, clipped or not} */
    static Plan of(long seed) {
        return of(seed, optimizers().get((int) (seed % optimizers().size())));
    }

    static Plan of(long seed, Optimizer optimizer) {
        Random random = new Random(new SplittableRandom(seed).nextLong());
        Setting setting = RandomSettings.of(seed);
        Batch train = RandomSettings.batch(setting.network(), 3 + random.nextInt(11), random);
        Optional<Batch> test = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(RandomSettings.batch(setting.network(), 1 + random.nextInt(5), random));
        Training training = new Training(
                optimizer,
                schedule(random),
                1 + random.nextInt(6),
                20,
                random.nextInt(4) > 0,
                seed,
                random.nextInt(3) > 0 ? OptionalDouble.empty() : OptionalDouble.of(0.2),
                Optional.empty());
        return new Plan(setting.cost(), setting.theta(), new Split(train, test), training);
    }

    static List<Optimizer> optimizers() {
        return List.of(
                Sgd.plain(0.05),
                new Sgd(0.05, 0.5, false),
                new Sgd(0.05, 0.5, true),
                new Adagrad(0.05, 1e-2),
                new RmsProp(0.02, 0.9, 1e-2),
                new Adam(0.02, MEANS),
                new AdamW(0.02, MEANS, 0.1),
                new Lamb(0.02, MEANS, 0.1));
    }

    private static Schedule schedule(Random random) {
        Schedule.Per per = random.nextBoolean() ? Schedule.Per.EPOCH : Schedule.Per.ITERATION;
        return switch (random.nextInt(5)) {
            case 0 -> new Constant();
            case 1 -> new StepDecay(2, 0.7, per);
            case 2 -> new Exponential(0.95, per);
            case 3 -> new Cosine(10, 0.001, per);
            default -> new WarmupCosine(3, 30, 0.001, per);
        };
    }
}
