package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Penalty;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.network.Sign;
import backstep.network.Theta;
import backstep.story.Address;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.Step;
import backstep.story.Value;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.Lamb;
import backstep.training.OptimizerState;
import backstep.training.Sgd;
import backstep.training.UpdateSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The updates of all optimizers. */
class UpdateStoryTest {

    private static final Setting SETTING = Given.threeThreeOne();

    /** Every optimizer in both signs, with and without penalties, slopes left as they are, barely touched and cut. */
    static Stream<Case> everyUpdate() {
        List<Case> cases = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            for (Penalty penalty : List.of(Penalty.NONE, new Penalty(0.01, 0.02))) {
                Setting setting = new Setting(SETTING.network(), SETTING.theta(), SETTING.batch(), penalty, sign);
                for (UpdateSetting update : Given.optimizers(setting)) {
                    cases.add(new Case(setting, update));
                    cases.add(new Case(setting, update.withClipNorm(0.1)));
                    cases.add(new Case(setting, update.withClipNorm(100)));
                }
            }
        }
        return cases.stream();
    }

    record Case(Setting setting, UpdateSetting update) {}

    @ParameterizedTest
    @MethodSource("everyUpdate")
    void everyStepHolds(Case of) {
        for (Grain grain : Grain.values()) {
            Holds.everyStep(Given.story(of.setting(), grain, of.update()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyUpdate")
    void theNumbersAreThoseOfTheDefinitions(Case of) {
        NetworkStory story = Given.story(of.setting(), Grain.TERM, of.update());
        PlainUpdate plain = new PlainUpdate(Given.recording(of.setting()), of.update());
        for (Step step : story.steps(0, story.size())) {
            if (step.line().value() instanceof Value.Scalar(double told)
                    && !step.partial()
                    && step.line().quantity() instanceof NetworkAddress quantity) {
                plain.number(quantity)
                        .ifPresent(expected ->
                                assertEquals(expected, told, 1e-12 * (1 + Math.abs(expected)), quantity.toString()));
            }
        }
    }

    @Test
    void theFirstUpdateOfAdamIsToldNumberByNumber() {
        NetworkStory story = Given.story(SETTING, Grain.TERM, UpdateSetting.first(Adam.of(0.01), SETTING.theta()));
        Step mean = at(story, "m.2.1.0~1");
        assertEquals(
                "Running mean of the slopes of Θ₁₀⁽²⁾", mean.panel().title().plain());
        assertEquals(
                "\\beta_{1}\\, m_{10}^{(2)} + (1 - \\beta_{1})\\, D_{10}^{(2)}",
                mean.line().operation());
        assertTrue(
                mean.line().substituted().startsWith("0.9 \\times 0 + 0.1 \\times"),
                mean.line().substituted());
        Step corrected = at(story, "mHat.2.1.0");
        assertEquals(
                "\\frac{m_{10}^{(2)\\mathrm{new}}}{1 - {\\beta_{1}}^{t}}",
                corrected.line().operation());
        Step weight = at(story, "Theta.2.1.0~1");
        assertEquals(
                "\\Theta_{10}^{(2)} - \\eta\\, \\frac{\\hat{m}_{10}^{(2)}}{\\sqrt{\\hat{v}_{10}^{(2)}} + \\epsilon}",
                weight.line().operation());
        assertEquals(
                List.of("Theta.2.1.0", "mHat.2.1.0", "vHat.2.1.0"),
                weight.line().reads().stream().map(Address::toString).toList());
    }

    @Test
    void aLongSlopeIsShortened() {
        NetworkStory story =
                Given.story(SETTING, Grain.UNIT, UpdateSetting.plain(0.5).withClipNorm(0.01));
        assertEquals(
                "Together the slopes are longer than 0.010, so each is shortened by the same factor.",
                at(story, "clip").panel().why().plain());
        assertEquals("c\\, D_{1,:}^{(2)}", at(story, "slope.2.1").line().operation());
    }

    @Test
    void theMomentumSaysWhetherItGathersSpeed() {
        UpdateSetting first = UpdateSetting.first(new Sgd(0.5, 0.9, false), SETTING.theta());
        Recording recording = Given.recording(SETTING);
        OptimizerState same = new OptimizerState(1, List.of(recording.d(1), recording.d(2)), List.of());
        NetworkStory story =
                Given.story(SETTING, Grain.TERM, new UpdateSetting(first.optimizer(), 0.5, first.clipNorm(), same));
        assertEquals(
                "The new slope has the sign of the momentum, so the weight gathers speed.",
                at(story, "b.1.1.0~1").panel().why().plain());
    }

    @Test
    void whatIsRememberedIsExplainedAsGiven() {
        NetworkStory first = Given.story(SETTING, Grain.TERM, UpdateSetting.first(Adam.of(0.01), SETTING.theta()));
        NetworkStory third =
                Given.story(SETTING, Grain.TERM, Given.optimizers(SETTING).get(5));
        NetworkAddress old = (NetworkAddress) NetworkAddress.parse("m.1.1.0");
        assertEquals("m_{10}^{(1)} = 0", first.explain(old, 0, 0).result());
        assertEquals(
                "Mean slope before the update", third.explain(old, 0, 0).title().plain());
    }

    @Test
    void aLayerOfZerosIsTrusted() {
        Setting zeros = SETTING.with(
                new Theta(UpdateSetting.nothing(Adam.of(1), SETTING.theta()).first()));
        NetworkStory story = Given.story(zeros, Grain.LAYER, UpdateSetting.first(Lamb.of(0.1), zeros.theta()));
        assertEquals("r^{(1)} = 1", at(story, "trustRatio.1").panel().result());
        assertEquals(
                "Where a norm is 0, the trust ratio is 1 by convention.",
                at(story, "trustRatio.1").panel().why().plain());
    }

    @Test
    void theFirstMemoryThatIsTooLargeIsFlagged() {
        Setting steep =
                new Setting(SETTING.network(), SETTING.theta(), SETTING.batch(), new Penalty(1e200, 0), Sign.LOSS);
        NetworkStory story = Given.story(steep, Grain.UNIT, UpdateSetting.first(Adagrad.of(0.1), steep.theta()));
        assertEquals("s.1.1.1~1", story.flags(9).getFirst().quantity().toString());
    }

    private static Step at(NetworkStory story, String address) {
        return story.step(
                story.writer(NetworkAddress.parse(address), story.size()).orElseThrow());
    }
}
