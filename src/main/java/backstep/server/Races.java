package backstep.server;

import backstep.linalg.MatrixEngine;
import backstep.linalg.Precision;
import backstep.training.speed.Comparison;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** How fast the engines of a machine are, measured once for each precision. */
final class Races {

    /** Measures how fast two engines are. */
    @FunctionalInterface
    interface Race {

        /** {@return both beside each other, the processor first} */
        Comparison compare(Supplier<MatrixEngine> processor, Supplier<MatrixEngine> card);
    }

    private final Race race;
    private final Executor beside;
    private final Map<Precision, CompletableFuture<Comparison>> races = new EnumMap<>(Precision.class);

    /** @param beside has engines measured while requests go on */
    Races(Race race, Executor beside) {
        this.race = race;
        this.beside = beside;
    }

    /** {@return the measurement of a precision, which begins where it is asked for first} */
    CompletableFuture<Comparison> of(
            Precision precision, Supplier<MatrixEngine> processor, Supplier<MatrixEngine> card) {
        synchronized (races) {
            return races.computeIfAbsent(
                    precision, _ -> CompletableFuture.supplyAsync(() -> race.compare(processor, card), beside));
        }
    }

    /** {@return what was measured so far} */
    Map<Precision, Comparison> measured() {
        Map<Precision, Comparison> known = new EnumMap<>(Precision.class);
        synchronized (races) {
            races.forEach((precision, run) -> result(run).ifPresent(comparison -> known.put(precision, comparison)));
        }
        return known;
    }

    /** {@return what a measurement found; empty while it goes on, and where it failed} */
    static Optional<Comparison> result(CompletableFuture<Comparison> run) {
        return run.isDone() && !run.isCompletedExceptionally() ? Optional.of(run.join()) : Optional.empty();
    }
}
