package backstep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    static Stream<String> blocksOfErrorsFile() throws IOException {
        try (InputStream file = Objects.requireNonNull(NetworkTest.class.getResourceAsStream("errors.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n"))
                    .map(block -> String.join(
                            "\n",
                            block.lines().filter(line -> !line.startsWith("#")).toList()))
                    .filter(block -> !block.isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("blocksOfErrorsFile")
    void everyMistakeIsNamedWithItsPlaceAndAWayOut(String block) {
        String quoted = block.lines().findFirst().orElseThrow();
        InvalidNetwork error =
                assertThrows(InvalidNetwork.class, () -> Given.network(quoted.substring(1, quoted.length() - 1)));
        assertEquals(block, quoted + "\n" + error.getMessage());
        assertEquals(block.split("\n/")[1].split(": ")[0], error.place());
    }

    @Test
    void sixtyFourLayersAreTheMost() {
        Dense layer = new Dense(1, Activation.TANH);
        assertEquals(64, new Network(1, Collections.nCopies(64, layer), Loss.SQUARED_ERROR).depth());
        InvalidNetwork error = assertThrows(
                InvalidNetwork.class, () -> new Network(1, Collections.nCopies(65, layer), Loss.SQUARED_ERROR));
        assertEquals("/network/layers: must be 1 to 64 layers, was 65", error.getMessage());
    }

    @Test
    void tenMillionWeightsAreTheMost() {
        assertEquals(
                9_996_680, Given.network("4096 → 2440 linear, squared-error").weights());
        assertThrows(InvalidNetwork.class, () -> Given.network("4096 → 2441 linear, squared-error"));
    }

    @Test
    void weightsOfTheLargestNetworkAreCountedWithoutOverflow() {
        InvalidNetwork error = assertThrows(
                InvalidNetwork.class,
                () -> new Network(4096, Collections.nCopies(64, new Dense(4096, Activation.TANH)), Loss.SQUARED_ERROR));
        assertEquals(
                "/network: must have at most 10,000,000 weights, has 1,074,003,968; take fewer units",
                error.getMessage());
    }

    @Test
    void layersAreCountedFromOneAndBiasUnitsNotAtAll() {
        Network network = Given.network("3 → 4 relu → 2 softmax, cross-entropy");
        assertEquals(List.of(3, 4, 2), List.of(network.units(1), network.units(2), network.units(3)));
        assertEquals(List.of(2, 3, 2), List.of(network.depth(), network.outputLayer(), network.outputs()));
        assertEquals(Activation.RELU, network.activation(2));
        assertEquals("3–4–2", network.sizes());
        assertEquals(4 * 4 + 2 * 5, network.weights());
    }

    @Test
    void aNetworkDoesNotChangeWithTheListThatItWasMadeFrom() {
        List<Dense> layers = new ArrayList<>(List.of(new Dense(1, Activation.TANH)));
        Network network = new Network(1, layers, Loss.SQUARED_ERROR);
        layers.clear();
        assertEquals(1, network.depth());
    }
}
