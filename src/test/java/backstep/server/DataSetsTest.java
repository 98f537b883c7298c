package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.experiment.Experiment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DataSetsTest extends ApiTest {

    static Stream<DataSets.Entry> entries() {
        return DataSets.ENTRIES.stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theExperimentToBeginWithFitsItsData(DataSets.Entry entry) {
        Experiment experiment = Experiment.of(entry.experiment());
        assertEquals(entry.name(), experiment.data().name());
        assertEquals(entry.outputs(), experiment.data().outputs());
    }

    @Test
    void pointsAndAPictureOfEachClassAreShown() {
        JsonNode entries = look("/api/training/datasets").json();
        assertEquals("xor", entries.at("/0/name").asString());
        assertEquals(80, entries.at("/0/x").size());
        JsonNode digits = entries.valueStream()
                .filter(entry -> entry.get("name").asString().equals("digits"))
                .findFirst()
                .orElseThrow();
        assertEquals(10, digits.get("x").size());
        assertEquals(8, digits.at("/image/height").asInt());
        assertTrue(digits.get("takes").toString().contains("size"));
    }
}
