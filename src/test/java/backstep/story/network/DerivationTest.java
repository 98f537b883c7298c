package backstep.story.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.network.Activation;
import backstep.network.Loss;
import backstep.network.Network;
import backstep.network.Recording;
import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.Notation;
import backstep.story.Step;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private final Recording recording = Given.recording(Given.threeThreeOne());
    private final Derivation derivation = Derivation.of(recording, Notation.STANDARD);

    @Test
    void theLectureTakesFourteenLines() {
        assertEquals(14, derivation.size());
        assertEquals(14, derivation.phases().getFirst().count());
    }

    @Test
    void theLogarithmCancelsTheSigmoid() {
        assertEquals(
                "\\frac{a_{1}^{(3)} - y}{a_{1}^{(3)}\\,(1 - a_{1}^{(3)})} \\cdot a_{1}^{(3)}\\,(1 - a_{1}^{(3)})",
                derivation.line(10).operation());
        assertEquals(
                "\\frac{0.543 - 1}{0.543\\,(1 - 0.543)} \\times 0.543 \\times 0.457",
                derivation.line(10).substituted());
        assertEquals("a_{1}^{(3)} - y", derivation.line(11).operation());
        assertEquals("0.543 - 1", derivation.line(11).substituted());
    }

    @Test
    void aLineThatNamesItsQuantityHasTheNumberThatWasRecorded() {
        for (Step step : derivation.steps(0, derivation.size())) {
            if (!step.partial() && step.line().quantity() instanceof NetworkAddress.Unit unit) {
                assertEquals(
                        recording.delta(unit.layer(), unit.unit(), unit.example()),
                        step.line().number(),
                        1e-15);
            }
        }
    }

    @Test
    void theWeightsDerivativeIsDeltaTimesActivation() {
        assertEquals(
                recording.delta(2, 1, 1) * recording.a(1, 1, 1),
                derivation.line(0).number());
        assertEquals(recording.d(1, 1, 1), derivation.line(13).number());
    }

    @Test
    void aNetworkWithoutAHiddenLayerNeedsNoRecursion() {
        Network node = Given.network(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID, Activation.SIGMOID, 2, 1);
        Derivation short9 = Derivation.of(Given.recording(Given.random(node, 2, 7)), Notation.STANDARD);
        assertEquals(10, short9.size());
        assertFalse(short9.steps(0, 10).stream()
                .anyMatch(step -> step.line().operation().contains("\\sum_{k}")));
    }

    @Test
    void aDeeperNetworkGoesOneLayerFurtherBack() {
        Network deep = Given.network(Loss.CROSS_ENTROPY, Activation.TANH, Activation.SOFTMAX, 2, 3, 2, 3);
        Derivation lines = Derivation.of(Given.recording(Given.random(deep, 2, 7)), Notation.STANDARD);
        assertTrue(lines.writer(Address.parse("delta.2.1@1"), lines.size()).isPresent());
    }

    @Test
    void aNumberIsWrittenByTheLastLineThatNamesIt() {
        assertEquals(OptionalInt.of(11), derivation.writer(Address.parse("delta.3.1@1"), 13));
        assertEquals(OptionalInt.empty(), derivation.writer(Address.parse("delta.3.1@1"), 6));
    }
}
