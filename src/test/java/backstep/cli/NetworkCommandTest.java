package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.Backpropagation;
import backstep.server.ExperimentRequest;
import backstep.server.Json;
import backstep.server.NetworkQuestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCommandTest {

    private static final Path TEXTBOOK = Path.of("docs", "experiments", "textbook.json");

    @TempDir
    private Path folder;

    private static Call textbook(String... options) {
        return Call.of(Stream.concat(Stream.of("network", TEXTBOOK.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private Call written(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), document);
        return Call.of("network", file.toString());
    }

    @Test
    void theTextbookNetworkHasItsNumbers() {
        Call call = textbook();
        assertEquals(0, call.status(), call.err());
        assertEquals(List.of("1", "0", "0.500", "0.657", "0.574", "0.525", "0.543"), call.cells("Example 1", "a"));
        assertEquals(List.of("", "", "", "−0.082", "0.101", "−0.057", "−0.457"), call.cells("Example 1", "δ"));
        assertEquals(List.of("0.400", "0.700", "−0.500"), call.cells("Θ⁽¹⁾", "1"));
    }

    @Test
    void gradientsHaveAColumnForTheBias() {
        assertEquals(List.of("0.110"), textbook().cells("Δ⁽²⁾, 1 × 4", "bias"));
        assertEquals(List.of("0.028"), textbook().cells("D⁽²⁾, 1 × 4", "bias"));
    }

    @Test
    void theCostStandsBesideWhatOneUpdateMakesOfIt() {
        assertTrue(
                textbook().out().contains("after one update with η = 0.5: J = 0.677"),
                textbook().out());
    }

    @Test
    void theUpdateOfAnOptimizerIsListedWithWhatItRemembers() throws IOException {
        String document = Files.readString(TEXTBOOK)
                .replaceFirst("\\{\"type\": \"sgd\".*?\\}", "{\"type\": \"lamb\"}, \"clipNorm\": 0.1");
        Call call = written(document);
        assertEquals(0, call.status(), call.err());
        assertEquals(3, call.cells("m⁽¹⁾ after the update", "bias").size(), call.out());
        assertTrue(call.out().contains("r⁽¹⁾ = "), call.out());
        assertTrue(call.out().contains("‖∂J/∂Θ‖ = "), call.out());
        assertTrue(call.out().contains("after one update, update 1 by lamb, with η = 0.001: J = "), call.out());
    }

    @Test
    void noMoreExamplesAreListedThanAreAskedFor() {
        Call call = textbook("--examples", "1");
        assertFalse(call.out().contains("Example 2"), call.out());
        assertTrue(call.out().contains("3 more examples are not listed; --examples 4 lists all."), call.out());
    }

    @ParameterizedTest
    @CsvSource({"layer, z.2@1", "unit, z.2.1@1", "term, z.2.1@1"})
    void stepsAreToldAtAGrain(String grain, String first) {
        Call call = textbook("--steps", "--grain", grain);
        assertEquals(0, call.status(), call.err());
        assertEquals(first, call.cells("", "quantity").getFirst());
    }

    @Test
    void jsonIsWhatTheApiAnswers() throws IOException {
        var request = ExperimentRequest.read(Files.readAllBytes(TEXTBOOK), NetworkQuestions.Trace.class);
        assertEquals(
                Json.write(Backpropagation.trace(request)) + System.lineSeparator(),
                textbook("--json").out());
    }

    @Test
    void anOverflowIsExplained() throws IOException {
        Call call = written("""
                {"network": {"inputs": 1, "layers": [{"type": "dense", "units": 1, "activation": "linear"}],
                  "loss": "squared-error"}, "theta": [[[0, 1e200]]], "data": {"x": [[1e200]], "y": [[0]]}}""");
        assertEquals(0, call.status(), call.err());
        assertTrue(call.out().contains("! z.2.1@1, overflow: "), call.out());
    }

    @Test
    void aDocumentThatCannotBeIsToldWhy() throws IOException {
        Call call = written("""
                {"network": {"inputs": 1, "layers": [], "loss": "squared-error"}, "data": {"x": [[1]], "y": [[0]]}}""");
        assertEquals(
                "/network/layers: must be 1 to 64 layers, was 0", call.err().strip());
        assertEquals(2, call.status());
    }

    @Test
    void aDocumentWithAFieldMissingIsToldWhich() throws IOException {
        Call call = written("{\"network\": {}, \"data\": {\"x\": [[1]], \"y\": [[0]]}}");
        assertEquals(
                "/network/inputs: is missing; must be a whole number, or channels, height and width",
                call.err().strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --grain=coarse | --grain: must be layer, unit or term, was "coarse"
            --decimals=7   | --decimals: must be 2 to 6, was 7
            --examples=-1  | --examples: must be 0 or more, was -1
            """)
    void aWrongCallIsToldWhyAndLeavesWithTwo(String option, String message) {
        Call call = textbook(option);
        assertEquals(message, call.err().strip());
        assertEquals(2, call.status());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Call call = Call.of("network", "nowhere.json");
        assertEquals(
                "FILE: cannot read nowhere.json; give the path of an experiment document, or -",
                call.err().strip());
        assertEquals(2, call.status());
    }
}
