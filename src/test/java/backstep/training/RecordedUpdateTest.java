package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.data.Split;
import backstep.linalg.Matrix;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Activation;
import backstep.network.Batch;
import backstep.network.Cost;
import backstep.network.Dense;
import backstep.network.Initialization;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Penalty;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update that is recorded is the one that training makes, to the last bit. */
class RecordedUpdateTest {

    private static final Network NETWORK = new Network(
            2, List.of(new Dense(4, Activation.TANH), new Dense(1, Activation.SIGMOID)), Loss.BINARY_CROSS_ENTROPY);

    static Stream<Training> trainings() {
        List<Training> trainings = new ArrayList<>();
        for (Optimizer optimizer : List.of(
                Sgd.plain(0.5),
                new Sgd(0.5, 0.9, false),
                new Sgd(0.5, 0.9, true),
                Adagrad.of(0.1),
                RmsProp.of(0.05),
                Adam.of(0.05),
                AdamW.of(0.05),
                Lamb.of(0.05),
                new Lamb(0.05, Lamb.MEANS, 0.1))) {
            for (OptionalDouble clipNorm : List.of(OptionalDouble.empty(), OptionalDouble.of(0.05))) {
                trainings.add(new Training(
                        optimizer,
                        new Exponential(0.9, Schedule.Per.ITERATION),
                        3,
                        3,
                        true,
                        5,
                        clipNorm,
                        Optional.empty()));
            }
        }
        return trainings.stream();
    }

    private static Batch batch() {
        Random random = new Random(3);
        double[][] x = new double[8][];
        double[][] y = new double[8][];
        Arrays.setAll(x, e -> random.doubles(2, -1, 1).toArray());
        Arrays.setAll(y, e -> new double[] {x[e][0] * x[e][1] > 0 ? 1 : 0});
        return new Batch(Matrix.ofRows(x), Matrix.ofRows(y));
    }

    private static Batch rows(Batch all, int... rows) {
        return new Batch(
                Matrix.ofRows(Arrays.stream(rows).mapToObj(all.x()::row).toArray(double[][]::new)),
                Matrix.ofRows(Arrays.stream(rows).mapToObj(all.y()::row).toArray(double[][]::new)));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void itLeadsToTheWeightsOfTheTrainer(Training training) {
        for (Sign sign : Sign.values()) {
            Cost cost = new Cost(NETWORK, new Penalty(0.01, 0.005), sign);
            Theta start = Initialization.XAVIER_UNIFORM.theta(NETWORK, 7);
            Batch all = batch();
            Plan plan = new Plan(cost, start, new Split(all, Optional.empty()), training);
            Trainer trainer = new Trainer(new EjmlEngine(), plan);
            for (int k = 1; k <= plan.iterations(); k++) {
                Checkpoint before = trainer.checkpoint();
                Setting setting =
                        new Setting(NETWORK, before.theta(), rows(all, trainer.rows(k)), cost.penalty(), sign);
                trainer.update();
                Update update = update(setting, before, training, trainer.learningRate());
                assertEquals(trainer.theta(), update.theta(), "theta after update " + k);
                assertEquals(trainer.checkpoint().state(), update.state(), "memory after update " + k);
                assertTold(update);
            }
        }
    }

    private static Update update(Setting setting, Checkpoint before, Training training, double learningRate) {
        return Update.of(
                new EjmlEngine(),
                Recording.of(new EjmlEngine(), setting),
                new UpdateSetting(training.optimizer(), learningRate, training.clipNorm(), before.state()));
    }

    /** What is told of each weight ends where the weight ends. */
    private static void assertTold(Update update) {
        for (int l = 1; l <= NETWORK.depth(); l++) {
            assertEquals(update.theta().matrix(l), update.matrix(EntryQuantity.NEXT, l), "layer " + l);
        }
    }
}
