package backstep.server;

import backstep.experiment.Experiment;
import backstep.experiment.ExperimentDocument;
import backstep.network.InvalidNetwork;
import backstep.training.Plan;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs that the server keeps. Some go at once on threads of their own; where there are more, all take turns, so that a long
 * one, or one that is held to a slow pace, keeps nobody waiting.
 */
final class TrainingRuns implements AutoCloseable {

    static final int TOO_MANY_REQUESTS = 429;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH_OF_ID = 12;

    private final RunLimits limits;
    private final Engines engines;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    /** In the order in which they came. */
    private final Map<String, LiveRun> runs = new LinkedHashMap<>();

    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService watchdog;

    /** @param nanos the time, in nanoseconds from anywhere */
    TrainingRuns(RunLimits limits, Engines engines, LongSupplier nanos) {
        this.limits = limits;
        this.engines = engines;
        this.nanos = nanos;
        workers = new ThreadPoolExecutor(
                limits.atOnce(), limits.atOnce(), 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("training"));
        workers.allowCoreThreadTimeOut(true);
        // Where the server closes, nobody has another turn.
        workers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        watchdog = Executors.newSingleThreadScheduledExecutor(named("watchdog"));
    }

    /** {@return the runs of a server} */
    static TrainingRuns ofThisMachine() {
        TrainingRuns runs = new TrainingRuns(RunLimits.ofThisMachine(), Engines.ofThisMachine(), System::nanoTime);
        runs.watchdog.scheduleWithFixedDelay(runs::look, 1, 1, TimeUnit.SECONDS);
        return runs;
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    }

    /** A run that somebody wants. */
    record Wanted(ExperimentDocument document, Experiment experiment) {}

    /** {@return how many runs are kept} */
    int kept() {
        return limits.kept();
    }

    /** @throws InvalidNetwork where a run would be too large */
    void requireBounded(Plan plan) {
        RunSize.requireBounded(plan, limits.bytes());
    }

    /**
     * {@return a run of an experiment, which waits to be resumed}
     *
     * @throws InvalidNetwork where it is too large
     * @throws HttpResponseException where there are too many already
     */
    LiveRun add(ExperimentDocument document, Experiment experiment) {
        return addAll(List.of(new Wanted(document, experiment))).getFirst();
    }

    /**
     * {@return runs of some experiments, which wait to be resumed; all of them or, where one cannot be, none}
     *
     * @throws InvalidNetwork where one is too large
     * @throws HttpResponseException where there are too many already
     */
    List<LiveRun> addAll(List<Wanted> wanted) {
        wanted.forEach(each -> requireBounded(each.experiment().plan()));
        long bytes = wanted.stream()
                .mapToLong(each -> RunSize.bytes(each.experiment().plan()))
                .sum();
        requireRoom(wanted.size(), bytes);
        List<LiveRun> added = wanted.stream()
                .map(each -> new LiveRun(newId(), each.document(), each.experiment(), engines, nanos))
                .toList();
        List<LiveRun> dropped;
        synchronized (runs) {
            dropped = requireRoom(added.size(), bytes);
            dropped.forEach(run -> runs.remove(run.id()));
            added.forEach(run -> runs.put(run.id(), run));
        }
        dropped.forEach(TrainingRuns::end);
        return added;
    }

    private String newId() {
        return random.ints(LENGTH_OF_ID, 0, LETTERS.length())
                .mapToObj(k -> LETTERS.substring(k, k + 1))
                .collect(Collectors.joining());
    }

    /** {@return runs that can be dropped, as many as have to make room for so many others of so many bytes} */
    private List<LiveRun> requireRoom(int count, long bytes) {
        synchronized (runs) {
            int surplus = runs.size() + count - limits.kept();
            long surplusBytes =
                    runs.values().stream().mapToLong(TrainingRuns::bytes).sum() + bytes - limits.bytesOfAll();
            Iterator<LiveRun> droppable = droppable().iterator();
            List<LiveRun> dropped = new ArrayList<>();
            while ((surplus > 0 || surplusBytes > 0) && droppable.hasNext()) {
                LiveRun run = droppable.next();
                dropped.add(run);
                surplus--;
                surplusBytes -= bytes(run);
            }
            if (surplus > 0 || surplusBytes > 0) {
                throw new HttpResponseException(TOO_MANY_REQUESTS, noRoom(count, runs.size()));
            }
            return dropped;
        }
    }

    /** {@return the oldest that are finished, then the longest unused of those that wait and that nobody watches} */
    private Stream<LiveRun> droppable() {
        return Stream.concat(
                runs.values().stream().filter(run -> run.state().isFinal()),
                runs.values().stream()
                        .filter(LiveRun::isLeft)
                        .sorted(Comparator.comparingLong(LiveRun::unused).reversed()));
    }

    private static long bytes(LiveRun run) {
        return RunSize.bytes(run.experiment().plan());
    }

    private String noRoom(int count, int there) {
        return count == 1
                ? there + " runs are going or watched already; delete one with DELETE /api/training/runs/{id}."
                : "There is no room for " + count + " runs: " + limits.kept() + " are kept and " + there
                        + " are there, too few of them finished or left alone; delete some with DELETE /api/training/runs/{id}.";
    }

    /** Waits for the update that the run is in, so nobody else may have to wait for this. */
    private static void end(LiveRun run) {
        run.close();
        Thread.ofPlatform().daemon().name("release").start(run::release);
    }

    /** Lets a run go, as soon as it is its turn. Nothing happens where it goes already, or is at its end. */
    void resume(LiveRun run) {
        if (run.queue()) {
            putInLine(run);
        }
    }

    private void putInLine(LiveRun run) {
        workers.execute(() -> {
            if (run.work(limits.computing(), () -> !workers.getQueue().isEmpty())) {
                putInLine(run);
            }
        });
    }

    /**
     * {@return the run of that name}
     *
     * @throws NoSuchRun where there is none
     */
    LiveRun get(String id) {
        return find(id).orElseThrow(() -> new NoSuchRun(id));
    }

    /** {@return the run of that name, where there is one} */
    Optional<LiveRun> find(String id) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id));
        }
    }

    /** {@return all runs, the oldest first} */
    List<LiveRun> all() {
        synchronized (runs) {
            return List.copyOf(runs.values());
        }
    }

    /** Ends a run and forgets it. */
    void delete(String id) {
        forget(get(id));
    }

    /** Ends a run and forgets it, where that has not happened yet. */
    void forget(LiveRun run) {
        synchronized (runs) {
            runs.remove(run.id());
        }
        end(run);
    }

    /** Looks after the runs: pauses what nobody watches, and has memory given back that nobody uses. */
    void look() {
        pauseUnwatched();
        all().forEach(run -> run.releaseIdle(limits.idle()));
    }

    /** Pauses the runs whose last watcher has been away for long enough. */
    void pauseUnwatched() {
        for (LiveRun run : all()) {
            if (run.audience().hasBeenGoneFor(limits.unwatched())) {
                run.audience().forget();
                run.pause("Nobody watches it any more; resume it to go on.");
            }
        }
    }

    /** Ends all runs. */
    @Override
    public void close() {
        List<LiveRun> ended = new ArrayList<>(all());
        synchronized (runs) {
            runs.clear();
        }
        ended.forEach(LiveRun::close);
        watchdog.shutdownNow();
        workers.shutdownNow();
        ended.forEach(LiveRun::release);
    }
}
