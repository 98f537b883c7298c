package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.server.DiagnosisAnswer.FindingAnswer;
import backstep.server.DiagnosisAnswer.RemedyAnswer;
import backstep.server.TrainingQuestions.Branch;
import backstep.training.Run;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Real runs that ail from something: what is said of them, and whether the first thing that is advised helps. */
class DiagnosisTest extends DiagnosedRuns {

    /** The finding is made, and its first remedy leaves at most this part of the training loss. */
    private void assertFoundAndHelped(String illness, double left, JsonNode document) {
        LiveRun live = done(document);
        FindingAnswer finding = only(diagnosis(live));
        assertEquals(illness, finding.name(), finding.sign());
        RemedyAnswer remedy = finding.remedies().getFirst();
        double before = last(live).trainLoss();
        double after = last(remedied(live, remedy)).trainLoss();
        assertTrue(after < left * before, remedy.title() + ": from " + before + " to " + after);
        assertReads(finding);
    }

    private static void assertReads(FindingAnswer finding) {
        Stream.concat(Stream.of(finding.sign()), finding.remedies().stream().map(RemedyAnswer::why))
                .flatMap(text -> Stream.of(text.split("(?<=[.]) ")))
                .forEach(sentence -> {
                    assertTrue(sentence.endsWith("."), sentence);
                    assertTrue(sentence.split(" ").length <= 25, sentence);
                });
        assertTrue(finding.sign().matches(".*\\d.*"), finding.sign());
        assertTrue(Set.of("slow", "test", "deep", "diverged").contains(finding.topic()), finding.topic());
    }

    @ParameterizedTest
    @CsvSource({
        "learning-rate, η = 0.01, step-too-small, 0.3",
        "optimizers, SGD, step-too-small, 0.1",
        "learning-rate, η = 20, step-too-large, 0.05",
        "schedules, η = 3, batch-too-small, 0.9",
        "'vanishing-gradient', 'sigmoid, Xavier', vanishing-gradient, 0.01",
        "'vanishing-gradient', 'tanh, small weights', vanishing-gradient, 0.01",
        "exploding-gradient, every weight 0.1, exploding-gradient, 0.05",
        "approximation, 1 unit, under-fitting, 0.01",
        "width, 3 + 3 units, under-fitting, 0.1",
    })
    void whatALaboratoryShowsIsFoundAndHelped(String slug, String label, String illness, double left) {
        assertFoundAndHelped(illness, left, laboratory(slug, label));
    }

    @Test
    void unitsThatStepsHaveKilledAreFound() {
        assertFoundAndHelped("dead-units", 0.1, circles("relu", 3, ""));
    }

    @Test
    void unitsThatStepsHaveSaturatedAreFound() {
        assertFoundAndHelped("saturated-units", 0.1, circles("tanh", 20, ""));
    }

    @Test
    void aPenaltyThatIsTooLargeIsFound() {
        assertFoundAndHelped("under-fitting", 0.1, circles("tanh", 0.5, ", \"lambda\": 1"));
    }

    @Test
    void startingAtZeroIsFound() {
        JsonNode document =
                MergePatch.apply(circles("tanh", 0.5, ""), Json.MAPPER.readTree("{\"theta\": {\"init\": \"zeros\"}}"));
        assertFoundAndHelped("vanishing-gradient", 0.1, document);
    }

    @Test
    void aScheduleThatFallsTooEarlyIsFound() {
        JsonNode document = MergePatch.apply(
                circles("tanh", 0.5, ""),
                Json.MAPPER.readTree("{\"training\": {\"schedule\": {\"type\": \"exponential\", \"gamma\": 0.3}}}"));
        assertFoundAndHelped("step-too-small", 0.2, document);
    }

    @Test
    void aLineThatIsToBeACircleNeedsAHiddenLayer() {
        JsonNode document = MergePatch.apply(
                circles("tanh", 0.5, ""),
                Json.MAPPER.readTree("{\"network\": {\"layers\": [{\"type\": \"dense\", \"units\": 1,"
                        + " \"activation\": \"sigmoid\"}]}}"));
        assertFoundAndHelped("under-fitting", 0.2, document);
    }

    @Test
    void learningByHeartIsFoundAndEveryRemedyHelps() {
        LiveRun live = done(laboratory("over-fitting", "nothing done"));
        FindingAnswer finding = only(diagnosis(live));
        assertEquals("over-fitting", finding.name());
        assertReads(finding);
        assertTrue(finding.sign().contains("epoch 128"), finding.sign());
        double before = last(live).testLoss().getAsDouble();
        for (RemedyAnswer remedy : finding.remedies()) {
            double after = last(remedied(live, remedy)).testLoss().getAsDouble();
            assertTrue(after < 0.7 * before, remedy.title() + ": from " + before + " to " + after);
        }
    }

    @Test
    void aRunThatDivergedIsToldFromItsDivergence() {
        JsonNode document = Json.MAPPER.readTree("""
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 1, "activation": "linear"}],
                   "loss": "squared-error"}, "data": {"dataset": "plane"},
                 "training": {"optimizer": {"learningRate": 3}, "epochs": 100}}""");
        LiveRun live = done(document);
        DiagnosisAnswer diagnosis = diagnosis(live);
        assertTrue(diagnosis.verdict().matches("The run diverged in update \\d+\\."), diagnosis.verdict());
        FindingAnswer finding = only(diagnosis);
        assertEquals("diverged", finding.name());
        assertReads(finding);
        LiveRun after = remedied(live, finding.remedies().getFirst());
        assertEquals(Run.State.DONE, after.state());
        assertTrue(last(after).trainLoss() < 0.01);
    }

    @Test
    void noRemedyIsAdvisedThatIsThereAlready() {
        JsonNode document = laboratory("exploding-gradient", "gradient norm at most 1");
        FindingAnswer finding = only(diagnosis(done(document)));
        assertEquals("exploding-gradient", finding.name());
        assertFalse(finding.remedies().stream().anyMatch(remedy -> remedy.name().equals("clip")));
    }

    @Test
    void aDeepNetworkIsMendedByBatchNormalisation() {
        LiveRun live = done(laboratory("vanishing-gradient", "sigmoid, Xavier"));
        RemedyAnswer remedy = only(diagnosis(live)).remedies().stream()
                .filter(one -> one.name().equals("batch-norm"))
                .findFirst()
                .orElseThrow();
        assertTrue(last(remedied(live, remedy)).trainLoss() < 0.2 * last(live).trainLoss());
    }

    @Test
    void aBranchIsDiagnosedAsAnyRun() {
        LiveRun live = done(laboratory("learning-rate", "η = 0.01"));
        JsonNode longer = MergePatch.apply(
                Json.MAPPER.valueToTree(live.document()), Json.MAPPER.readTree("{\"training\": {\"epochs\": 450}}"));
        LiveRun branch = done(longer, new Branch(live.id(), 400));
        FindingAnswer finding = only(diagnosis(branch));
        assertEquals("step-too-small", finding.name());
        LiveRun after = remedied(branch, finding.remedies().getFirst());
        assertTrue(last(after).trainLoss() < 0.8 * last(branch).trainLoss());
    }
}
