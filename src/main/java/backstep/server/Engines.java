package backstep.server;

import backstep.experiment.TrainingDocument.Engine;
import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.linalg.ejml.EjmlEngine;
import backstep.linalg.ejml.EjmlFloatEngine;
import backstep.server.RunAnswer.EngineAnswer;
import backstep.training.Plan;
import backstep.training.speed.Comparison;
import backstep.training.speed.Trials;
import backstep.training.speed.Work;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can compute on this machine, and which of it a run gets. Where a run leaves the choice, it is made by what an update would
 * take on either engine. How fast they are is measured once for each precision, when the first such run comes, beside it.
 */
final class Engines {

    private static final class OfThisMachine {

        static final Engines ENGINES = new Engines(
                Engines::processor,
                Card::ofThisMachine,
                new Races(
                        (processor, card) -> new Trials(System::nanoTime).compare(processor, card),
                        task -> Thread.ofPlatform().daemon().name("speed").start(task)));
    }

    private final Function<Precision, MatrixEngine> processors;
    private final Supplier<Card> search;
    private final Races races;
    private @Nullable Card card;

    /**
     * Engines of a machine.
     *
     * @param processors makes an engine on the processor
     * @param search finds the card; asked once
     * @param races measures them
     */
    Engines(Function<Precision, MatrixEngine> processors, Supplier<Card> search, Races races) {
        this.processors = processors;
        this.search = search;
        this.races = races;
    }

    /** {@return the engines of this machine, which all runs of the program share} */
    static Engines ofThisMachine() {
        return OfThisMachine.ENGINES;
    }

    /** {@return an engine on the processor for what is told and drawn of a run, in double precision whatever the run computes in} */
    static MatrixEngine forShowing() {
        return EjmlEngine.withSystemLibrary();
    }

    private static MatrixEngine processor(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> EjmlEngine.withSystemLibrary();
            case FLOAT32 -> EjmlFloatEngine.withSystemLibrary();
        };
    }

    /** {@return the graphics card, or why there is none; looked for when it is asked for first} */
    synchronized Card card() {
        Card known = card;
        if (known == null) {
            known = search.get();
            card = known;
        }
        return known;
    }

    /** {@return what was measured so far} */
    Map<Precision, Comparison> measured() {
        return races.measured();
    }

    /** Measures what a run would need to know, and waits for it; where a run leaves no choice, nothing is done. */
    void measure(@Nullable Engine asked, Precision precision) {
        if ((asked == null || asked == Engine.AUTO) && card() instanceof Card.There there) {
            try {
                raceOf(precision, there).join();
            } catch (CompletionException e) {
                // What failed is said where the choice is made.
            }
        }
    }

    private CompletableFuture<Comparison> raceOf(Precision precision, Card.There there) {
        return races.of(
                precision,
                () -> processors.apply(precision),
                () -> there.engines().apply(precision));
    }

    /** {@return what computes where nothing is known of the work} */
    EngineAnswer usual() {
        try (MatrixEngine engine = processors.apply(Precision.FLOAT64)) {
            return switch (card()) {
                case Card.There there -> usual(engine, EngineWords.ifItGains(there), there.name(), null);
                case Card.Missing(String reason) -> usual(engine, EngineWords.missing(reason), null, reason);
            };
        }
    }

    private static EngineAnswer usual(MatrixEngine engine, String why, @Nullable String gpu, @Nullable String missing) {
        return new EngineAnswer(
                EngineChoice.spelling(Engine.EJML),
                engine.products(),
                why,
                EngineChoice.spelling(Engine.AUTO),
                engine.precision().spelling(),
                false,
                gpu,
                missing,
                null);
    }

    /** {@return what a run computes on where a document asks for an engine, or for none} */
    EngineChoice choose(@Nullable Engine asked, Plan plan) {
        Choosing choosing = new Choosing(
                asked == null ? Engine.AUTO : asked, plan.training().precision(), Work.ofUpdate(plan));
        return switch (choosing.asked()) {
            case EJML -> choosing.processor("asked for", false, OptionalLong.empty());
            case JCUDA -> choosing.card();
            case AUTO -> choosing.faster();
        };
    }

    /** {@return the processor, where the card should have computed and could not even begin} */
    EngineChoice fallBack(EngineChoice from, RuntimeException failure) {
        Choosing choosing = new Choosing(from.asked(), from.precision(), from.work());
        return choosing.processor(EngineWords.couldNotBegin(from, failure), true, from.gainsFrom());
    }

    /** The choice of one run. */
    private final class Choosing {

        private final Engine asked;
        private final Precision precision;
        private final Work work;

        private Choosing(Engine asked, Precision precision, Work work) {
            this.asked = asked;
            this.precision = precision;
            this.work = work;
        }

        private Engine asked() {
            return asked;
        }

        private EngineChoice processor(String why, boolean fellBack, OptionalLong gainsFrom) {
            Supplier<MatrixEngine> maker = () -> processors.apply(precision);
            try (MatrixEngine engine = maker.get()) {
                return new EngineChoice(
                        asked,
                        Engine.EJML,
                        precision,
                        engine.products(),
                        why,
                        fellBack,
                        Engines.this.card(),
                        work,
                        gainsFrom,
                        maker);
            }
        }

        private EngineChoice card(Card.There there, String why, OptionalLong gainsFrom) {
            return new EngineChoice(
                    asked,
                    Engine.JCUDA,
                    precision,
                    there.products().get(),
                    why,
                    false,
                    there,
                    work,
                    gainsFrom,
                    () -> there.engines().apply(precision));
        }

        private EngineChoice card() {
            return switch (Engines.this.card()) {
                case Card.There there -> card(there, "asked for", OptionalLong.empty());
                case Card.Missing(String reason) ->
                    processor(EngineWords.missingThoughAskedFor(reason), true, OptionalLong.empty());
            };
        }

        private EngineChoice faster() {
            return switch (Engines.this.card()) {
                case Card.There there -> faster(there);
                case Card.Missing(String reason) -> processor(EngineWords.missing(reason), false, OptionalLong.empty());
            };
        }

        private EngineChoice faster(Card.There there) {
            CompletableFuture<Comparison> run = raceOf(precision, there);
            Optional<Comparison> comparison = Races.result(run);
            if (comparison.isEmpty()) {
                return processor(
                        run.isDone() ? EngineWords.notMeasured(run) : EngineWords.beingMeasured(),
                        false,
                        OptionalLong.empty());
            }
            OptionalLong gainsFrom = comparison.get().crossing(work.operations());
            String why = EngineWords.measured(work, gainsFrom);
            return comparison.get().deviceGains(work) ? card(there, why, gainsFrom) : processor(why, false, gainsFrom);
        }
    }
}
