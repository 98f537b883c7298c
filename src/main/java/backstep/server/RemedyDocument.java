package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.network.InvalidNetwork;
import backstep.training.Plan;
import backstep.training.Training;
import backstep.training.diagnosis.Remedy;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes remedies as changes to the document of a run. */
final class RemedyDocument {

    private final Plan plan;
    private final int epoch;
    private final ObjectNode document;

    RemedyDocument(LiveRun live, int k) {
        plan = live.experiment().plan();
        epoch = k / plan.iterationsPerEpoch();
        document = Json.MAPPER.valueToTree(live.document());
    }

    /** {@return what has to be changed; nothing where the document has no place for the remedy, or it leads to no experiment} */
    Optional<JsonNode> changes(Remedy remedy) {
        ObjectNode changed = document.deepCopy();
        try {
            new ChangeWriter(changed).write(remedy.change());
            if (changed.equals(document)) {
                return Optional.empty();
            }
            prepare(changed, remedy.where());
            Experiment.of(Json.read(Json.MAPPER.writeValueAsBytes(changed), ExperimentDocument.class));
            return Optional.of(MergePatch.between(document, changed));
        } catch (InvalidRequest | InvalidNetwork _) {
            return Optional.empty();
        }
    }

    private void prepare(ObjectNode changed, Remedy.From from) {
        ObjectNode training = changed.withObjectProperty("training");
        training.remove("state");
        switch (from) {
            case MOMENT -> training.put("epochs", epochs());
            case START -> drawAnew(changed);
        }
    }

    /** {@return as many as planned or, where fewer than half of them are left, as many as planned once more} */
    private int epochs() {
        int planned = plan.training().epochs();
        return planned - epoch < planned / 2.0 ? (int) Math.min((long) planned + epoch, Training.EPOCHS) : planned;
    }

    /** Weights that are written out belong to another moment, or fit no other network. */
    private static void drawAnew(ObjectNode changed) {
        if (changed.path("theta").isArray()) {
            changed.putObject("theta").put("init", Experiment.USUAL_THETA.spelling());
        }
    }
}
