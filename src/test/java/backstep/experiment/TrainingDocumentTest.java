package backstep.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.experiment.OptimizerDocument.Type;
import backstep.linalg.Precision;
import backstep.network.InvalidNetwork;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Constant;
import backstep.training.Cosine;
import backstep.training.EarlyStopping;
import backstep.training.Exponential;
import backstep.training.Lamb;
import backstep.training.Optimizer;
import backstep.training.RmsProp;
import backstep.training.RunningMeans;
import backstep.training.Schedule;
import backstep.training.Sgd;
import backstep.training.StepDecay;
import backstep.training.Training;
import backstep.training.WarmupCosine;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingDocumentTest {

    private static final RunningMeans MEANS = new RunningMeans(0.8, 0.9, 1e-3);

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Sgd(0.3, 0.9, true),
                new Adagrad(0.3, 1e-3),
                new RmsProp(0.3, 0.5, 1e-3),
                new Adam(0.3, MEANS),
                new AdamW(0.3, MEANS, 0.2),
                new Lamb(0.3, MEANS, 0.2));
    }

    static Stream<Schedule> schedules() {
        return Stream.of(
                new Constant(),
                new StepDecay(3, 0.5, Schedule.Per.EPOCH),
                new Exponential(0.9, Schedule.Per.ITERATION),
                new Cosine(20, 0.01, Schedule.Per.EPOCH),
                new WarmupCosine(5, 20, 0.01, Schedule.Per.ITERATION));
    }

    private static Training written(Training training) {
        return TrainingDocument.of(training, null).training(100);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerIsReadAsItWasWritten(Optimizer optimizer) {
        Training training = Training.DEFAULT.with(optimizer);
        assertEquals(training, written(training));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void aScheduleIsReadAsItWasWritten(Schedule schedule) {
        Training training = Training.DEFAULT.with(schedule);
        assertEquals(training, written(training));
    }

    @Test
    void everySettingIsReadAsItWasWritten() {
        Training training = new Training(
                Sgd.plain(1),
                new Constant(),
                7,
                8,
                false,
                9,
                OptionalDouble.of(2),
                Optional.of(new EarlyStopping(3, 0.1)),
                Precision.FLOAT32);
        assertEquals(training, written(training));
    }

    @Test
    void whatIsLeftOutIsAsItUsuallyIs() {
        assertEquals(Training.DEFAULT, TrainingDocument.USUAL.training(100));
    }

    @ParameterizedTest
    @EnumSource
    void constantsThatAreLeftOutAreThoseOfTheOptimizer(Type type) {
        Optimizer optimizer = OptimizerDocument.of(type, 0.5).optimizer();
        Optimizer usual = switch (type) {
            case SGD -> Sgd.plain(0.5);
            case ADAGRAD -> Adagrad.of(0.5);
            case RMSPROP -> RmsProp.of(0.5);
            case ADAM -> Adam.of(0.5);
            case ADAMW -> AdamW.of(0.5);
            case LAMB -> Lamb.of(0.5);
        };
        assertEquals(usual, optimizer);
    }

    @Test
    void aCosineEndsWithTheRunWhereNothingElseIsSaid() {
        ScheduleDocument perEpoch =
                new ScheduleDocument(ScheduleDocument.Type.COSINE, null, null, null, null, null, null);
        ScheduleDocument perUpdate = new ScheduleDocument(
                ScheduleDocument.Type.COSINE, null, null, null, null, null, Schedule.Per.ITERATION);
        assertEquals(new Cosine(100, 0, Schedule.Per.EPOCH), scheduled(perEpoch));
        assertEquals(new Cosine(1_100, 0, Schedule.Per.ITERATION), scheduled(perUpdate));
    }

    private static Schedule scheduled(ScheduleDocument schedule) {
        return new TrainingDocument(null, schedule, null, null, null, null, null, null, null, null, null)
                .training(101)
                .schedule();
    }

    @Test
    void aConstantOfAnotherOptimizerIsRefusedWithTheWayOut() {
        OptimizerDocument document = new OptimizerDocument(Type.LAMB, null, 0.9, null, null, null, null, null, null);
        InvalidNetwork refused = assertThrows(InvalidNetwork.class, document::optimizer);
        assertEquals(
                "/training/optimizer/momentum: lamb has no momentum, it has beta1, beta2, eps, weightDecay; leave it out, or"
                        + " choose sgd",
                refused.getMessage());
    }
}
