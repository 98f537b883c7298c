package backstep.server;

import backstep.experiment.TrainingDocument.Engine;
import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import backstep.server.RunAnswer.EngineAnswer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What computes, and why it was chosen.
 *
 * @param maker makes one more of it: an engine is used by one thread at a time
 */
record Engines(EngineAnswer answer, Supplier<MatrixEngine> maker) {

    private static final String PROCESSOR = "the processor, since this version has nothing else";

    /** {@return what computes where a document asks for this} */
    static Engines chosen(@Nullable Engine asked) {
        Supplier<MatrixEngine> maker = EjmlEngine::withSystemLibrary;
        MatrixEngine engine = maker.get();
        return new Engines(new EngineAnswer(engine.name(), engine.products(), why(asked)), maker);
    }

    private static String why(@Nullable Engine asked) {
        return switch (asked) {
            case EJML -> "asked for";
            case JCUDA -> "jcuda was asked for, but this version computes on the processor alone";
            case AUTO -> PROCESSOR;
            case null -> PROCESSOR;
        };
    }
}
