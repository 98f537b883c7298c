package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import backstep.experiment.ExperimentDocument;
import backstep.linalg.ejml.EjmlEngine;
import backstep.server.DiagnosisAnswer.FindingAnswer;
import backstep.server.DiagnosisAnswer.RemedyAnswer;
import backstep.server.TrainingQuestions.Beginning;
import backstep.server.TrainingQuestions.Branch;
import backstep.server.TrainingQuestions.Start;
import backstep.training.Metrics;
import backstep.training.Run;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Runs to their ends, and what is said of them. */
abstract class DiagnosedRuns {

    private static final RunLimits LIMITS = new RunLimits(
            1, 10, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(1), 1 << 30, 1L << 32);

    /** Products in Java alone: what is said of a run depends on its numbers, and these are the same on every machine. */
    private static final Engines PLAIN = new Engines(
            _ -> new EjmlEngine(),
            () -> new Card.Missing("none is needed"),
            new Races(
                    (_, _) -> {
                        throw new AssertionError("there is nothing to compare");
                    },
                    Runnable::run));

    private final TrainingRuns runs = new TrainingRuns(LIMITS, PLAIN, System::nanoTime);

    @AfterEach
    void close() {
        runs.close();
    }

    LiveRun done(JsonNode document, Branch branch) {
        ExperimentDocument read = Json.read(Json.MAPPER.writeValueAsBytes(document), ExperimentDocument.class);
        return go(new ExperimentRequest<>(read, new Start(Beginning.PAUSED, branch)));
    }

    LiveRun done(JsonNode document) {
        ExperimentDocument read = Json.read(Json.MAPPER.writeValueAsBytes(document), ExperimentDocument.class);
        return go(new ExperimentRequest<>(read, new Start(Beginning.PAUSED, null)));
    }

    LiveRun go(ExperimentRequest<Start> request) {
        LiveRun live = new TrainingStart(runs).of(request);
        live.look(run -> {
            run.resume();
            return run.advance(Integer.MAX_VALUE);
        });
        return live;
    }

    static JsonNode laboratory(String slug, String label) {
        return Laboratories.ALL.stream()
                .filter(laboratory -> laboratory.slug().equals(slug))
                .flatMap(laboratory -> laboratory.runs().stream())
                .filter(run -> run.label().equals(label))
                .map(Laboratories.Run::experiment)
                .findFirst()
                .orElseThrow();
    }

    /** {@return circles, by two hidden layers of 8 units in batches of 10} */
    static JsonNode circles(String activation, double learningRate, String more) {
        return Json.MAPPER.readTree("""
                {"network": {"inputs": 2, "layers": [
                   {"type": "dense", "units": 8, "activation": "G"}, {"type": "dense", "units": 8, "activation": "G"},
                   {"type": "dense", "units": 1, "activation": "sigmoid"}], "loss": "binary-cross-entropy"},
                 "theta": {"init": "xavier-uniform", "seed": 3},
                 "data": {"dataset": "circle", "count": 300, "noise": 0.1, "seed": 1},
                 "training": {"optimizer": {"type": "sgd", "learningRate": RATE}, "batchSize": 10, "epochs": 100} MORE}""".replace("G\"", activation + "\"")
                .replace("RATE", Double.toString(learningRate))
                .replace("MORE", more));
    }

    static DiagnosisAnswer diagnosis(LiveRun live) {
        return new DiagnosisWriter(live, live.look(Run::iteration)).write();
    }

    static FindingAnswer only(DiagnosisAnswer diagnosis) {
        assertEquals(1, diagnosis.findings().size(), diagnosis.toString());
        return diagnosis.findings().getFirst();
    }

    static Metrics last(LiveRun live) {
        return live.look(Run::metrics).getLast();
    }

    /** {@return a run with a remedy, as the page starts it} */
    LiveRun remedied(LiveRun live, RemedyAnswer remedy) {
        JsonNode document = MergePatch.apply(Json.MAPPER.valueToTree(live.document()), remedy.changes());
        return remedy.from().equals("moment")
                ? done(document, new Branch(live.id(), live.look(Run::iteration)))
                : done(document);
    }
}
