package backstep.server;

import backstep.experiment.TrainingDocument.Engine;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.server.RunAnswer.EngineAnswer;
import backstep.server.RunAnswer.WorkAnswer;
import backstep.training.speed.Work;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run computes on, and why.
 *
 * @param asked what was asked for
 * @param used the processor or the graphics card
 * @param products what computes its products
 * @param why in half a sentence
 * @param fellBack whether it is the processor, though the graphics card should have computed
 * @param card what is here
 * @param work of an update
 * @param gainsFrom from how many flops on the card gains, where that was measured
 * @param maker makes one more of it: an engine is used by one thread at a time
 */
record EngineChoice(
        Engine asked,
        Engine used,
        Precision precision,
        String products,
        String why,
        boolean fellBack,
        Card card,
        Work work,
        OptionalLong gainsFrom,
        Supplier<MatrixEngine> maker) {

    /** {@return whether it holds memory of the graphics card} */
    boolean isOnCard() {
        return used == Engine.JCUDA;
    }

    /** {@return what is said of it} */
    EngineAnswer answer() {
        return new EngineAnswer(
                spelling(used),
                products,
                why,
                spelling(asked),
                precision.spelling(),
                fellBack,
                card instanceof Card.There there ? there.name() : null,
                card instanceof Card.Missing(String reason) ? reason : null,
                new WorkAnswer(work.flops(), work.operations(), orNull(gainsFrom)));
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    static String spelling(Engine engine) {
        return switch (engine) {
            case EJML -> "ejml";
            case JCUDA -> "jcuda";
            case AUTO -> "auto";
        };
    }
}
