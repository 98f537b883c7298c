package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.network.Limits;
import backstep.network.Recording;
import backstep.network.Setting;
import backstep.story.Grain;
import backstep.story.Notation;
import backstep.story.network.NetworkStory;
import backstep.training.Update;
import backstep.training.UpdateSetting;
import org.jspecify.annotations.Nullable;

/** An experiment, the pass over its examples and the update that follows, each computed when it is first asked for. */
final class Passed {

    private static final MatrixEngine ENGINE = new EjmlEngine();

    private final ExperimentDocument document;
    private final Experiment experiment;
    private @Nullable Recording recording;
    private @Nullable Update update;

    private Passed(ExperimentDocument document, Experiment experiment) {
        this.document = document;
        this.experiment = experiment;
    }

    /**
     * {@return the pass that a document describes}
     *
     * @throws backstep.network.InvalidNetwork where it describes none
     */
    static Passed of(ExperimentDocument document) {
        return new Passed(document, Experiment.of(document));
    }

    ExperimentDocument document() {
        return document;
    }

    Setting setting() {
        return experiment.setting();
    }

    synchronized Recording recording() {
        if (recording == null) {
            recording = record(setting());
        }
        return recording;
    }

    synchronized Update update() {
        if (update == null) {
            update = Update.of(ENGINE, recording(), UpdateSetting.of(experiment.plan()));
        }
        return update;
    }

    NetworkStory story(Grain grain, Notation notation) {
        return NetworkStory.of(recording(), update(), grain, notation);
    }

    static Recording record(Setting setting) {
        Limits.requireBounded(setting);
        return Recording.of(ENGINE, setting);
    }
}
