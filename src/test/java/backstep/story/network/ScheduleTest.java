package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Activation;
import backstep.network.InvalidNetwork;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Setting;
import backstep.story.Address;
import backstep.story.Grain;
import backstep.story.NetworkAddress;
import backstep.story.PhaseSpan;
import backstep.training.Adagrad;
import backstep.training.Adam;
import backstep.training.AdamW;
import backstep.training.Lamb;
import backstep.training.RmsProp;
import backstep.training.Sgd;
import backstep.training.UpdateSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void theThreeThreeOneNetworkTakesSeventeenStepsAnExampleByUnit() {
        Schedule schedule = Schedule.of(Given.threeThreeOne().network(), 4, Grain.UNIT);
        assertEquals(17, schedule.perExample());
        assertEquals(4 * 17 + 5 + 9, schedule.count());
        assertEquals(
                List.of(8, 1, 4, 4),
                schedule.example().stream().map(PhaseSpan::count).toList());
        assertEquals(
                List.of(5, 9), schedule.after().stream().map(PhaseSpan::count).toList());
        assertEquals(OptionalInt.of(11), schedule.step((NetworkAddress) Address.parse("delta.2.2@1")));
        assertEquals(OptionalInt.empty(), schedule.step((NetworkAddress) Address.parse("a.1.2@1")));
    }

    /** Every complete number of a schedule by going through its steps one after another. */
    private static List<String> enumerated(Network network, int examples, Grain grain, Told told) {
        List<String> steps = new ArrayList<>();
        for (int e = 1; e <= examples; e++) {
            forward(network, grain, e, steps);
            steps.add("loss@" + e);
            backward(network, grain, e, steps);
            for (int l = network.depth(); l >= 1; l--) {
                matrix("Delta." + l, "@" + e, network, l, grain, steps);
            }
        }
        steps.add("J");
        for (int l = 1; l <= network.depth(); l++) {
            matrix("D." + l, "", network, l, grain, steps);
        }
        steps.addAll(told.first());
        for (int l = 1; l <= network.depth(); l++) {
            matrices(told.entries(), network, l, grain, steps);
            for (String measure : told.measures()) {
                steps.add(measure + "." + l);
            }
            matrices(told.followed(), network, l, grain, steps);
        }
        for (int e = 1; e <= examples; e++) {
            steps.add("loss@" + e + "~1");
        }
        steps.add("J~1");
        return steps;
    }

    private static void forward(Network network, Grain grain, int e, List<String> steps) {
        for (int l = 2; l <= network.outputLayer(); l++) {
            if (grain == Grain.LAYER) {
                steps.addAll(List.of("z." + l + "@" + e, "a." + l + "@" + e));
                continue;
            }
            boolean together = network.activation(l) == Activation.SOFTMAX;
            for (int i = 1; i <= network.units(l); i++) {
                number("z." + l + "." + i + "@" + e, grain == Grain.TERM ? network.units(l - 1) : 0, steps);
                if (!together) {
                    steps.add("a." + l + "." + i + "@" + e);
                }
            }
            for (int i = 1; together && i <= network.units(l); i++) {
                steps.add("a." + l + "." + i + "@" + e);
            }
        }
    }

    private static void backward(Network network, Grain grain, int e, List<String> steps) {
        for (int l = network.outputLayer(); l >= 2; l--) {
            if (grain == Grain.LAYER) {
                steps.add("delta." + l + "@" + e);
                continue;
            }
            boolean summed = grain == Grain.TERM && l < network.outputLayer();
            for (int i = 1; i <= network.units(l); i++) {
                number("delta." + l + "." + i + "@" + e, summed ? network.units(l + 1) : 0, steps);
            }
        }
    }

    private static void number(String address, int partial, List<String> steps) {
        for (int k = 0; k < partial; k++) {
            steps.add("partial " + address);
        }
        steps.add(address);
    }

    /** What an update makes before the losses; ~1 stands for after the update. */
    private record Told(List<String> first, List<String> entries, List<String> measures, List<String> followed) {

        static Told of(UpdateSetting update) {
            List<String> entries = new ArrayList<>(update.clipNorm().isPresent() ? List.of("slope") : List.of());
            entries.addAll(
                    switch (update.optimizer()) {
                        case Sgd sgd -> sgd.momentum() == 0 ? List.of("Theta~1") : List.of("b~1", "Theta~1");
                        case Adagrad _ -> List.of("s~1", "Theta~1");
                        case RmsProp _ -> List.of("v~1", "Theta~1");
                        case Adam _, AdamW _ -> List.of("m~1", "v~1", "mHat", "vHat", "Theta~1");
                        case Lamb _ -> List.of("m~1", "v~1", "mHat", "vHat", "u");
                    });
            boolean measures = update.optimizer() instanceof Lamb;
            return new Told(
                    update.clipNorm().isPresent() ? List.of("norm", "clip") : List.of(),
                    entries,
                    measures ? List.of("thetaNorm", "uNorm", "trustRatio") : List.of(),
                    measures ? List.of("Theta~1") : List.of());
        }
    }

    private static void matrices(List<String> names, Network network, int l, Grain grain, List<String> steps) {
        int rows = grain == Grain.LAYER ? 1 : network.units(l + 1);
        int columns = grain == Grain.TERM ? network.units(l) + 1 : 1;
        for (int i = 1; i <= rows; i++) {
            for (int j = 0; j < columns; j++) {
                String place = "." + l + (grain == Grain.LAYER ? "" : "." + i) + (grain == Grain.TERM ? "." + j : "");
                for (String name : names) {
                    steps.add(name.replace("~1", "") + place + (name.endsWith("~1") ? "~1" : ""));
                }
            }
        }
    }

    private static void matrix(String start, String end, Network network, int l, Grain grain, List<String> steps) {
        switch (grain) {
            case LAYER -> steps.add(start + end);
            case UNIT, TERM -> {
                for (int i = 1; i <= network.units(l + 1); i++) {
                    if (grain == Grain.UNIT) {
                        steps.add(start + "." + i + end);
                    }
                    for (int j = 0; grain == Grain.TERM && j <= network.units(l); j++) {
                        steps.add(start + "." + i + "." + j + end);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void arithmeticAgreesWithGoingThroughEveryStep(Grain grain) {
        Random random = new Random(11);
        for (int run = 0; run < 36; run++) {
            int[] sizes = random.ints(2 + random.nextInt(3), 2, 6).toArray();
            boolean softmax = random.nextBoolean();
            Network network = Given.network(
                    softmax ? Loss.CROSS_ENTROPY : Loss.BINARY_CROSS_ENTROPY,
                    Activation.RELU,
                    softmax ? Activation.SOFTMAX : Activation.SIGMOID,
                    sizes);
            int examples = 1 + random.nextInt(3);
            Setting setting = Given.random(network, examples, run);
            UpdateSetting plain = Given.optimizers(setting).get(run % 9);
            UpdateSetting update = run % 2 == 0 ? plain : plain.withClipNorm(0.1);
            NetworkStory story = Given.story(setting, grain, update);
            List<String> steps = enumerated(network, examples, grain, Told.of(update));
            assertEquals(steps.size(), story.size(), network.sizes());
            for (int k = 0; k < steps.size(); k++) {
                String told = (story.step(k).partial() ? "partial " : "")
                        + story.line(k).quantity();
                assertEquals(steps.get(k), told, network.sizes() + " step " + k);
                if (!steps.get(k).startsWith("partial")) {
                    assertEquals(OptionalInt.of(k), story.schedule().step((NetworkAddress)
                            story.line(k).quantity()));
                }
            }
        }
    }

    @Test
    void aStoryThatIsTooLongSaysHowToShortenIt() {
        Network wide = Given.network(Loss.CROSS_ENTROPY, Activation.RELU, Activation.SOFTMAX, 784, 128, 10);
        InvalidNetwork tooLong = assertThrows(InvalidNetwork.class, () -> Schedule.of(wide, 100_000, Grain.TERM));
        assertEquals("grain", tooLong.place());
        assertTrue(tooLong.getMessage().contains("20,510,003,542 steps"), tooLong.getMessage());
        assertTrue(tooLong.getMessage().endsWith("take a coarser grain or fewer examples"), tooLong.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z.1.1@1",
                "z.2.0@1",
                "z.2.4@1",
                "a.3.0@1",
                "a.4.1@1",
                "delta.1.1@1",
                "y.2@1",
                "loss@5",
                "loss@1~2",
                "J~2",
                "Theta.3",
                "Theta.1.4",
                "Theta.1.1.4",
                "Delta.1.1.1@5",
                "Theta.1.1.1~2",
                "m.1.1.1",
                "v.1~1",
                "u.1",
                "slope.1.1",
                "norm",
                "trustRatio.1",
                "a.2@9"
            })
    void aNumberThatTheNetworkDoesNotHaveIsRefused(String address) {
        Schedule schedule = Schedule.of(Given.threeThreeOne().network(), 4, Grain.UNIT);
        NetworkAddress quantity = (NetworkAddress) NetworkAddress.parse(address);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> schedule.step(quantity));
        assertEquals(
                "this story has no " + address + ": it is of a 3–3–1 network with 4 examples, and of one update",
                refused.getMessage());
    }
}
