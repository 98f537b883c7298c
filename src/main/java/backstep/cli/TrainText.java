package backstep.cli;

import backstep.server.MetricsAnswer;
import backstep.server.RunAnswer.EngineAnswer;
import backstep.server.TrainAnswer;
import backstep.server.UnattendedRun.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A training run in words. */
final class TrainText {

    private static final int SECONDS_OF_A_MINUTE = 60;

    private TrainText() {}

    /** {@return how far a run is, and how well it does} */
    static String line(Progress progress) {
        return epoch(progress) + ": " + judgement(progress.metrics());
    }

    /** {@return the same with the time left, which stands where no narrow terminal cuts it off} */
    static String lineWithTimeLeft(Progress progress) {
        return epoch(progress) + left(progress) + ": " + judgement(progress.metrics());
    }

    private static String epoch(Progress progress) {
        return "epoch " + progress.metrics().epoch() + " of " + progress.epochs();
    }

    private static String judgement(MetricsAnswer metrics) {
        List<String> parts = new ArrayList<>();
        parts.add("loss " + number(metrics.trainLoss()));
        add(parts, "test ", metrics.testLoss() == null ? null : number(metrics.testLoss()));
        add(parts, "accuracy ", percent(metrics.trainAccuracy()));
        add(parts, "test ", percent(metrics.testAccuracy()));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + value);
        }
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }

    private static @Nullable String percent(@Nullable Double share) {
        return share == null ? null : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** {@return how much time is left, where that is known} */
    private static String left(Progress progress) {
        double seconds = progress.secondsLeft();
        if (Double.isNaN(seconds)) {
            return "";
        }
        return seconds < SECONDS_OF_A_MINUTE
                ? String.format(Locale.ROOT, ", %.0f s left", Math.ceil(seconds))
                : String.format(Locale.ROOT, ", %.0f min left", Math.ceil(seconds / SECONDS_OF_A_MINUTE));
    }

    /** {@return what came of a run} */
    static List<String> summary(TrainAnswer run) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s network, %,d weights, %,d examples%s, on %s (%s) in %s",
                String.join("–", run.network().shapes()),
                run.network().weights(),
                run.train(),
                run.test() == 0 ? "" : String.format(Locale.ROOT, " and %,d to test", run.test()),
                run.engine().name(),
                run.engine().kernel(),
                run.engine().precision()));
        lines.add("Engine: " + run.engine().why());
        lines.add(String.format(
                Locale.ROOT,
                "%s after %,d epochs, %,d updates, in %.1f s",
                run.state(),
                run.epoch(),
                run.iteration(),
                run.seconds()));
        lines.add(judgement(run.metrics().getLast()));
        if (run.state().equals("done") && run.reason() != null) {
            lines.add(run.reason());
        }
        return lines;
    }

    /** {@return that a run goes on the processor though the graphics card should have computed, where that is so} */
    static Optional<String> fallBack(EngineAnswer engine) {
        return engine.fellBack()
                ? Optional.of("The run computes on the processor: " + engine.why() + ".")
                : Optional.empty();
    }

    /** {@return why a run came to no good end, in one line} */
    static String failure(TrainAnswer run) {
        if (run.state().equals("paused")) {
            return String.format(
                    Locale.ROOT, "The run was interrupted after %,d of %,d epochs.", run.epoch(), run.epochs());
        }
        String at = run.divergence() == null
                ? ""
                : " at update " + run.divergence().update() + " in layer "
                        + run.divergence().layer() + ", unit "
                        + run.divergence().unit();
        return "The run " + run.state() + at + ": " + run.reason();
    }
}
