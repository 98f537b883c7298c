package backstep.server;

import backstep.experiment.TrainingDocument.Engine;
import backstep.training.speed.Comparison;
import backstep.training.speed.Work;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Why an engine was chosen, in words that can stand in the middle of a sentence. */
final class EngineWords {

    private static final double STEP = 1_000;
    private static final List<String> UNITS = List.of("FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP");

    private EngineWords() {}

    static String missing(String reason) {
        return "the processor, since there is no GPU to use here (" + reason + ")";
    }

    static String missingThoughAskedFor(String reason) {
        return "the GPU was asked for, but there is none to use here (" + reason + ")";
    }

    static String ifItGains(Card.There there) {
        return "the processor, and " + there.name() + " where an update is so much work that it gains";
    }

    static String beingMeasured() {
        return "the processor, while it is measured from how much work on the GPU gains; the next run knows";
    }

    static String notMeasured(CompletableFuture<Comparison> race) {
        return "the processor, since the GPU failed while it was measured ("
                + race.exceptionNow().getMessage() + ")";
    }

    static String measured(Work work, OptionalLong gainsFrom) {
        String here = "an update here is " + flops(work.flops()) + "; ";
        return here
                + (gainsFrom.isEmpty()
                        ? "the GPU gains nothing by more work, measured on this machine"
                        : "the GPU gains from " + flops(gainsFrom.getAsLong()) + " on, measured on this machine");
    }

    static String couldNotBegin(EngineChoice from, RuntimeException failure) {
        return (from.asked() == Engine.JCUDA ? "the GPU was asked for" : "the GPU was chosen")
                + ", but could not begin (" + failure.getMessage() + ")";
    }

    /** {@return why a run ended in its midst} */
    static String failed(int update, RuntimeException failure) {
        return "In update " + update + " the GPU could not go on. " + failure.getMessage()
                + ". What came before is kept.";
    }

    /** {@return a number of flops with two digits, such as 2.1 MFLOP} */
    static String flops(long count) {
        double rest = count;
        int unit = 0;
        while (rest >= STEP && unit < UNITS.size() - 1) {
            rest /= STEP;
            unit++;
        }
        String number = unit > 0 && rest < 10
                ? String.format(Locale.ROOT, "%.1f", rest)
                : String.format(Locale.ROOT, "%.0f", rest);
        return number + " " + UNITS.get(unit);
    }
}
