package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.linalg.ejml.EjmlEngine;
import backstep.training.Metrics;
import backstep.training.Run;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every laboratory shows what it says that there is to see. All its runs are run to their ends. */
class LaboratoriesTest {

    private static final Map<String, Map<String, List<Metrics>>> RESULTS = new TreeMap<>();

    @BeforeAll
    static void runThemAll() {
        Laboratories.ALL.forEach(laboratory -> {
            Map<String, List<Metrics>> runs = new TreeMap<>();
            laboratory.runs().forEach(run -> runs.put(run.label(), metrics(run)));
            RESULTS.put(laboratory.slug(), runs);
        });
    }

    private static List<Metrics> metrics(Laboratories.Run run) {
        ExperimentDocument document = Json.MAPPER.treeToValue(run.experiment(), ExperimentDocument.class);
        Run training = new Run(EjmlEngine::new, Experiment.of(document).plan());
        training.resume();
        while (training.state() == Run.State.RUNNING) {
            training.advance(1_000);
        }
        assertEquals(Run.State.DONE, training.state(), run.label());
        return training.metrics();
    }

    private static List<Metrics> of(String slug, String label) {
        return Objects.requireNonNull(Objects.requireNonNull(RESULTS.get(slug)).get(label), slug + ", " + label);
    }

    private static Metrics first(String slug, String label) {
        return of(slug, label).getFirst();
    }

    private static Metrics last(String slug, String label) {
        return of(slug, label).getLast();
    }

    private static Metrics at(int epoch, String slug, String label) {
        return of(slug, label).stream()
                .filter(metrics -> metrics.epoch() == epoch)
                .findFirst()
                .orElseThrow();
    }

    private static double trainLoss(String slug, String label) {
        return last(slug, label).trainLoss();
    }

    /** Each ends with less loss than the one before it. */
    private static void assertFalls(String slug, String... labels) {
        for (int k = 1; k < labels.length; k++) {
            double before = trainLoss(slug, labels[k - 1]);
            double after = trainLoss(slug, labels[k]);
            assertTrue(after < before, labels[k] + " ends at " + after + ", " + labels[k - 1] + " at " + before);
        }
    }

    private static double mostRise(String slug, String label, int fromEpoch) {
        List<Metrics> all = of(slug, label).stream()
                .filter(metrics -> metrics.epoch() >= fromEpoch)
                .toList();
        double most = 0;
        for (int k = 1; k < all.size(); k++) {
            most = Math.max(most, all.get(k).trainLoss() - all.get(k - 1).trainLoss());
        }
        return most;
    }

    static List<Laboratories.Laboratory> laboratories() {
        return Laboratories.ALL;
    }

    @Test
    void everyLaboratoryHasANameOfItsOwn() {
        Set<String> slugs = new HashSet<>();
        Laboratories.ALL.forEach(laboratory -> assertTrue(slugs.add(laboratory.slug()), laboratory.slug()));
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void aLaboratoryAsksShowsAndExplains(Laboratories.Laboratory laboratory) {
        assertTrue(laboratory.question().endsWith("?"), laboratory.question());
        assertTrue(laboratory.look().size() >= 3 && laboratory.runs().size() >= 2, laboratory.slug());
        assertTrue(Set.of("loss", "accuracy", "gradient", "surface").contains(laboratory.chart()), laboratory.chart());
        for (String sentence : laboratory.why().split("(?<=[.?]) ")) {
            assertTrue(sentence.split(" ").length <= 25, sentence);
        }
    }

    @Test
    void aStepCanBeTooSmallAndTooLarge() {
        double start = first("learning-rate", "η = 1").trainLoss();
        assertTrue(trainLoss("learning-rate", "η = 0.01") > 0.9 * start);
        assertTrue(trainLoss("learning-rate", "η = 1") < 0.05);
        assertTrue(trainLoss("learning-rate", "η = 20") > start);
        assertTrue(mostRise("learning-rate", "η = 20", 0) > 1);
    }

    @Test
    void smallBatchesAreFastAndRestless() {
        assertFalls("batch-size", "all 210", "10", "1");
        assertEquals(0, mostRise("batch-size", "all 210", 0));
        assertTrue(mostRise("batch-size", "1", 0) > 0);
    }

    @Test
    void momentumGoesFurther() {
        assertFalls("momentum", "none", "0.9", "0.99");
        assertTrue(at(50, "momentum", "0.9").trainLoss()
                < at(400, "momentum", "none").trainLoss());
        assertTrue(mostRise("momentum", "0.99", 0) > mostRise("momentum", "0.9", 0));
    }

    @Test
    void theRaceEndsInTheOrderThatIsTold() {
        assertFalls("optimizers", "SGD", "Adagrad", "Adam", "RMSProp", "LAMB", "momentum");
        double early = at(25, "optimizers", "Adagrad").trainLoss();
        assertTrue(early < at(25, "optimizers", "Adam").trainLoss());
        assertTrue(at(100, "optimizers", "Adagrad").trainLoss() - trainLoss("optimizers", "Adagrad") < 0.02);
    }

    @Test
    void everyScheduleIsAsFastAsLargeStepsAndAsQuietAsSmallOnes() {
        for (String schedule : List.of("step", "exponential", "cosine", "warm-up, cosine")) {
            assertTrue(trainLoss("schedules", schedule) < trainLoss("schedules", "η = 3"), schedule);
            assertTrue(trainLoss("schedules", schedule) < trainLoss("schedules", "η = 0.03"), schedule);
            assertTrue(mostRise("schedules", schedule, 90) < mostRise("schedules", "η = 3", 90), schedule);
        }
    }

    @Test
    void aBiggerNetworkNeedsFewerEpochs() {
        assertFalls("width", "3 + 3 units", "8 + 8 units", "16 + 16 units");
        assertTrue(trainLoss("width", "16 + 16 units") < trainLoss("width", "8 + 8 units") / 2.5);
        assertEquals(1, last("width", "8 + 8 units").trainAccuracy().getAsDouble());
        assertTrue(last("width", "3 + 3 units").trainAccuracy().getAsDouble() < 0.9);
    }

    private static double vanishes(String label) {
        List<Double> norms = first("vanishing-gradient", label).gradientNorms();
        return norms.getFirst() / norms.getLast();
    }

    @Test
    void gradientsVanishInDeepNetworks() {
        assertTrue(vanishes("sigmoid, Xavier") < 1e-11);
        assertTrue(vanishes("tanh, small weights") < 1e-11);
        assertTrue(vanishes("tanh, Xavier") > 0.1);
        assertTrue(vanishes("ReLU, He") > 0.1);
        assertTrue(trainLoss("vanishing-gradient", "sigmoid, Xavier") > 0.69);
        assertTrue(trainLoss("vanishing-gradient", "tanh, Xavier") < 0.01);
        assertTrue(trainLoss("vanishing-gradient", "ReLU, He") < 0.01);
    }

    @Test
    void gradientsExplodeInDeepNetworks() {
        assertTrue(first("exploding-gradient", "every weight 0.1").trainLoss() > 1e9);
        assertEquals(
                0,
                at(1, "exploding-gradient", "every weight 0.1").gradientNorms().getFirst());
        assertTrue(at(1, "exploding-gradient", "gradient norm at most 1")
                        .gradientNorms()
                        .getFirst()
                > 0);
        assertTrue(trainLoss("exploding-gradient", "He's weights") < 0.1);
    }

    @Test
    void batchNormalisationAndResidualBlocksBringTheGradientBack() {
        double lost = first("mended", "plain").gradientNorms().getFirst();
        double normalised =
                first("mended", "batch normalisation").gradientNorms().getFirst();
        double bypassed = first("mended", "residual blocks").gradientNorms().getFirst();
        assertTrue(lost < 1e-12 && normalised > 0.01 && bypassed > 0.01, lost + ", " + normalised + ", " + bypassed);
        assertTrue(trainLoss("mended", "plain") > 0.69);
        assertTrue(last("mended", "batch normalisation").trainAccuracy().getAsDouble() > 0.95);
        assertTrue(trainLoss("mended", "residual blocks") < 0.01);
    }

    @Test
    void aLargeNetworkLearnsNoiseByHeart() {
        Metrics end = last("over-fitting", "nothing done");
        assertEquals(1, end.trainAccuracy().getAsDouble());
        assertEquals(0.8, end.testAccuracy().getAsDouble(), 0.03);
        for (String remedy : Arrays.asList("L2 penalty", "early stopping", "4 units")) {
            assertTrue(
                    last("over-fitting", remedy).testLoss().getAsDouble()
                            < end.testLoss().getAsDouble() / 2,
                    remedy);
        }
        assertTrue(last("over-fitting", "ten times the data").testAccuracy().getAsDouble() > 0.9);
        assertTrue(last("over-fitting", "early stopping").epoch() < 100);
    }

    @Test
    void twoStartsEndInTwoMinima() {
        assertTrue(trainLoss("minima", "seed 4") < 0.01);
        assertEquals(0.35, trainLoss("minima", "seed 1"), 0.005);
        assertTrue(last("minima", "seed 1").gradientNorms().stream().allMatch(norm -> norm < 0.005));
    }

    @Test
    void moreUnitsComeCloserToACurve() {
        assertFalls("approximation", "1 unit", "2 units", "4 units", "8 units");
        assertTrue(trainLoss("approximation", "8 units") < 0.001);
        assertTrue(trainLoss("approximation", "1 unit") > 0.3);
    }
}
