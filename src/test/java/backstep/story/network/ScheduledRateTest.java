package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Setting;
import backstep.story.Address;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.Step;
import backstep.story.UnicodeFormula;
import backstep.training.Cosine;
import backstep.training.Exponential;
import backstep.training.Rate;
import backstep.training.Schedule;
import backstep.training.Schedule.Per;
import backstep.training.Sgd;
import backstep.training.StepDecay;
import backstep.training.UpdateSetting;
import backstep.training.WarmupCosine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The learning rate of an update is told by its schedule. */
class ScheduledRateTest {

    private static final Setting SETTING = Given.threeThreeOne();

    record Case(Schedule schedule, int t, double eta, String formula) {}

    /** Numbers by hand, from η₀ = 0.1. */
    static Stream<Case> schedules() {
        return Stream.of(
                new Case(new StepDecay(30, 0.5, Per.EPOCH), 65, 0.025, "η₀ γ^(⌊t/s⌋) = 0.1 × 0.5^(⌊65/30⌋)"),
                new Case(new Exponential(0.9, Per.ITERATION), 2, 0.081, "η₀ γ^t = 0.1 × 0.9²"),
                new Case(
                        new Cosine(20, 0.02, Per.EPOCH),
                        10,
                        0.06,
                        "η_min + (η₀ − η_min) × (1 + cos(π × t/T))/2 = 0.02 + (0.1 − 0.02) × (1 + cos(π × 10/20))/2"),
                new Case(new Cosine(20, 0.02, Per.EPOCH), 40, 0.1, "…"),
                new Case(new WarmupCosine(4, 20, 0, Per.EPOCH), 1, 0.05, "η₀ (t + 1)/w = 0.1 × (1 + 1)/4"),
                new Case(
                        new WarmupCosine(4, 20, 0, Per.EPOCH),
                        12,
                        0.05,
                        "η_min + (η₀ − η_min) × (1 + cos(π × (t − w)/(T − w)))/2 = "
                                + "0 + (0.1 − 0) × (1 + cos(π × (12 − 4)/(20 − 4)))/2"),
                new Case(new WarmupCosine(4, 20, 0.01, Per.ITERATION), 33, 0.01, "…"));
    }

    private static UpdateSetting setting(Case of) {
        return UpdateSetting.plain(0.1).with(new Rate(of.schedule(), 0.1, of.t()));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void theRateIsThatOfTheDefinition(Case of) {
        Step step = at(Given.story(SETTING, Grain.UNIT, setting(of)), "learningRate");
        assertEquals(of.eta(), step.line().number(), 1e-15);
        String told = UnicodeFormula.of(step.line().operation()) + " = "
                + UnicodeFormula.of(step.line().substituted());
        if (!of.formula().equals("…")) {
            assertEquals(of.formula(), told);
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyStepOfTheStoryHolds(Case of) {
        for (UpdateSetting optimizer : Given.optimizers(SETTING)) {
            UpdateSetting update = optimizer.with(new Rate(of.schedule(), 0.1, of.t()));
            Holds.everyStep(Given.story(SETTING, Grain.LAYER, update));
        }
    }

    @Test
    void newWeightsReadTheRateThatAScheduleMakes() {
        Case falling = schedules().findFirst().orElseThrow();
        Step weight = at(Given.story(SETTING, Grain.TERM, setting(falling)), "Theta.2.1.0~1");
        assertEquals(
                List.of("Theta.2.1.0", "learningRate", "D.2.1.0"),
                weight.line().reads().stream().map(Address::toString).toList());
    }

    @Test
    void theRateSaysHowOftenItHasFallen() {
        Case falling = schedules().findFirst().orElseThrow();
        assertEquals(
                "Every 30 epochs the learning rate is multiplied by 0.500; that has happened 2 times.",
                at(Given.story(SETTING, Grain.UNIT, setting(falling)), "learningRate")
                        .panel()
                        .why()
                        .plain());
    }

    @Test
    void aConstantRateHasNoStep() {
        NetworkStory story =
                Given.story(SETTING, Grain.UNIT, UpdateSetting.first(new Sgd(0.1, 0, false), SETTING.theta()));
        NetworkAddress eta = (NetworkAddress) NetworkAddress.parse("learningRate");
        assertTrue(!story.has(eta));
        assertThrows(IllegalArgumentException.class, () -> story.value(eta));
    }

    private static Step at(NetworkStory story, String address) {
        return story.step(
                story.writer(NetworkAddress.parse(address), story.size()).orElseThrow());
    }
}
