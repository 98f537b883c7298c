package backstep.server;

import backstep.experiment.TrainingDocument.Engine;
import backstep.linalg.MatrixEngine;
import backstep.linalg.jcuda.GpuException;
import backstep.training.Plan;
import backstep.training.Run;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run on the engine that was chosen for it; on the processor where the graphics card cannot even begin. */
record BegunRun(Run run, EngineChoice engine) {

    /**
     * {@return a run of a plan, before its first update}
     *
     * @param asked the engine that is asked for; null leaves the choice
     * @param permission is asked whenever memory is taken; throws where it must not be
     */
    static BegunRun of(Plan plan, @Nullable Engine asked, Engines engines, Runnable permission) {
        EngineChoice chosen = engines.choose(asked, plan);
        try {
            return begin(plan, chosen, permission);
        } catch (GpuException e) {
            return begin(plan, engines.fallBack(chosen, e), permission);
        }
    }

    private static BegunRun begin(Plan plan, EngineChoice chosen, Runnable permission) {
        Supplier<MatrixEngine> maker = chosen.maker();
        Supplier<MatrixEngine> permitted = () -> {
            permission.run();
            return maker.get();
        };
        return new BegunRun(new Run(permitted, plan), chosen);
    }
}
