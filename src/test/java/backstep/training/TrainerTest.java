package backstep.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Batch;
import backstep.network.PlainPass;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.training.PlainOptimizer.Mistake;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates of whole plans, held against plain loops from the examples to the new weights. The parameter is the seed. */
class TrainerTest {

    private static final int UPDATES = 24;

    /** Many updates follow each other, and each takes the rounding of the last one with it. */
    private static final double RELATIVE = 1e-10;

    /** What is often done wrong between the pass and the optimizer. */
    enum Slip {
        NONE,
        SUM_INSTEAD_OF_MEAN,
        LAST_BATCH_BY_THE_SIZE_OF_THE_OTHERS,
        CLIPPED_LAYER_BY_LAYER,
        CLIPPED_ENTRY_BY_ENTRY,
        SCHEDULE_ONE_LATE
    }

    static LongStream seeds() {
        return LongStream.range(3_000, 3_096);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyUpdateIsThatOfPlainLoops(long seed) {
        assertTrue(
                apart(RandomPlans.of(seed), Slip.NONE) < RELATIVE,
                RandomPlans.of(seed).training().toString());
    }

    @ParameterizedTest
    @EnumSource(value = Slip.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSlipIsToldApart(Slip slip) {
        double apart = seeds().mapToDouble(seed -> apart(RandomPlans.of(seed), slip))
                .max()
                .orElseThrow();
        assertTrue(apart > 1e6 * RELATIVE, slip + " makes no more than " + apart);
    }

    /** {@return by how much weights and costs differ at most, to the size of what is compared} */
    private static double apart(Plan plan, Slip slip) {
        Trainer trainer = new Trainer(new EjmlEngine(), plan);
        Theta start = plan.start().theta();
        PlainOptimizer plain = new PlainOptimizer(
                plan.training().optimizer(),
                Mistake.NONE,
                start.matrices().stream().map(Matrix::toArray).toArray(double[][]::new),
                start.matrices().stream().mapToInt(Matrix::columns).toArray());
        double apart = 0;
        for (int k = 1; k <= UPDATES; k++) {
            trainer.update();
            Setting setting = setting(plan, plain, trainer.batch());
            double[][] slopes = slopes(plan, setting, slip);
            plain.step(rate(plan, slip == Slip.SCHEDULE_ONE_LATE ? k + 1 : k), slopes);
            double cost = new PlainPass(setting).cost();
            apart = Math.max(apart, Math.abs(cost - trainer.cost()) / Math.max(1, Math.abs(cost)));
            apart = Math.max(apart, apart(plain, trainer.theta()));
        }
        return apart;
    }

    private static double apart(PlainOptimizer plain, Theta theta) {
        double apart = 0;
        for (int l = 0; l < plain.theta.length; l++) {
            double[] actual = theta.matrix(l + 1).toArray();
            for (int k = 0; k < actual.length; k++) {
                double difference = Math.abs(plain.theta[l][k] - actual[k]);
                apart = Math.max(apart, difference / Math.max(1, Math.abs(actual[k])));
            }
        }
        return apart;
    }

    /** {@return the weights that the plain loops have got to, over the rows that the trainer took, minimised} */
    private static Setting setting(Plan plan, PlainOptimizer plain, int... rows) {
        Theta start = plan.start().theta();
        Theta theta = new Theta(IntStream.range(0, plain.theta.length)
                .mapToObj(l -> Matrix.of(
                        start.matrix(l + 1).rows(), start.matrix(l + 1).columns(), plain.theta[l]))
                .toList());
        Batch train = plan.split().train();
        Batch batch = new Batch(chosen(train.x(), rows), chosen(train.y(), rows));
        return new Setting(plan.network(), theta, batch, plan.cost().penalty(), Sign.LOSS);
    }

    private static Matrix chosen(Matrix all, int... rows) {
        return Matrix.ofRows(Arrays.stream(rows).mapToObj(all::row).toArray(double[][]::new));
    }

    private static double[][] slopes(Plan plan, Setting setting, Slip slip) {
        PlainPass pass = new PlainPass(setting);
        int size = setting.batch().size();
        int usual = Math.min(plan.training().batchSize(), plan.split().train().size());
        double factor = switch (slip) {
            case SUM_INSTEAD_OF_MEAN -> size;
            case LAST_BATCH_BY_THE_SIZE_OF_THE_OTHERS -> (double) size / usual;
            default -> 1;
        };
        double[][] slopes = IntStream.rangeClosed(1, setting.network().depth())
                .mapToObj(l ->
                        Arrays.stream(pass.d(l).toArray()).map(d -> factor * d).toArray())
                .toArray(double[][]::new);
        plan.training().clipNorm().ifPresent(norm -> clip(slopes, norm, slip));
        return slopes;
    }

    /** https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html. */
    private static void clip(double[][] slopes, double most, Slip slip) {
        double squares = 0;
        for (double[] layer : slopes) {
            double own = 0;
            for (double slope : layer) {
                own += slope * slope;
            }
            squares += own;
            if (slip == Slip.CLIPPED_LAYER_BY_LAYER) {
                scale(layer, Math.min(1, most / (StrictMath.sqrt(own) + 1e-6)));
            }
        }
        for (double[] layer : slopes) {
            if (slip == Slip.CLIPPED_ENTRY_BY_ENTRY) {
                Arrays.setAll(layer, k -> Math.clamp(layer[k], -most, most));
            } else if (slip != Slip.CLIPPED_LAYER_BY_LAYER) {
                scale(layer, Math.min(1, most / (StrictMath.sqrt(squares) + 1e-6)));
            }
        }
    }

    private static void scale(double[] numbers, double factor) {
        Arrays.setAll(numbers, k -> factor * numbers[k]);
    }

    private static double rate(Plan plan, int k) {
        int examples = plan.split().train().size();
        int size = Math.min(plan.training().batchSize(), examples);
        int perEpoch = (int) Math.ceil((double) examples / size);
        Schedule schedule = plan.training().schedule();
        int t = schedule.per() == Schedule.Per.EPOCH ? (int) Math.floor((k - 1.0) / perEpoch) : k - 1;
        return schedule.rate(plan.training().optimizer().learningRate(), t);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anEpochTakesEveryExampleOnceAndItsLastBatchIsItsOwn(long seed) {
        Plan plan = RandomPlans.of(seed);
        Trainer trainer = new Trainer(new EjmlEngine(), plan);
        int examples = plan.split().train().size();
        int size = Math.min(plan.training().batchSize(), examples);
        for (int epoch = 1; epoch <= 3; epoch++) {
            int[] taken = new int[0];
            for (int from = 0; from < examples; from += size) {
                trainer.update();
                assertEquals(Math.min(size, examples - from), trainer.batch().length);
                taken = IntStream.concat(IntStream.of(taken), IntStream.of(trainer.batch()))
                        .toArray();
            }
            assertEquals(epoch, trainer.epoch());
            if (!plan.training().shuffle()) {
                assertArrayEquals(IntStream.range(0, examples).toArray(), taken);
            }
            Arrays.sort(taken);
            assertArrayEquals(IntStream.range(0, examples).toArray(), taken);
        }
    }

    @Test
    void ordersOfEpochsAndSeedsDiffer() {
        int[] order = IntStream.range(0, 50).toArray();
        int[][] shuffled = new int[3][];
        Arrays.setAll(shuffled, k -> order.clone());
        Shuffle.shuffle(shuffled[0], 1, 0);
        Shuffle.shuffle(shuffled[1], 1, 1);
        Shuffle.shuffle(shuffled[2], 2, 0);
        assertNotEquals(Arrays.toString(shuffled[0]), Arrays.toString(shuffled[1]));
        assertNotEquals(Arrays.toString(shuffled[0]), Arrays.toString(shuffled[2]));
        assertNotEquals(Arrays.toString(shuffled[1]), Arrays.toString(shuffled[2]));
    }

    /** Of 24,000 shuffles of 4, each of the 24 orders comes about 1,000 times; 5 standard deviations are 155. */
    @Test
    void everyOrderIsEquallyLikely() {
        int[] counts = new int[256];
        for (int number = 0; number < 24_000; number++) {
            int[] order = {0, 1, 2, 3};
            Shuffle.shuffle(order, 7, number);
            counts[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertEquals(24, seen.length);
        assertTrue(Arrays.stream(seen).allMatch(count -> Math.abs(count - 1_000) < 155), Arrays.toString(seen));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSamePlanGivesTheSameBits(long seed) {
        Trainer first = new Trainer(new EjmlEngine(), RandomPlans.of(seed));
        Trainer second = new Trainer(new EjmlEngine(), RandomPlans.of(seed));
        for (int k = 1; k <= UPDATES; k++) {
            first.update();
            second.update();
            assertEquals(first.moment(), second.moment());
        }
    }
}
