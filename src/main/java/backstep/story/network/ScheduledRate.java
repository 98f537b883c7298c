package backstep.story.network;

import backstep.story.Address;
import backstep.story.NetworkAddress;
import backstep.story.NetworkQuantity.Measure;
import backstep.story.Sentence;
import backstep.training.Constant;
import backstep.training.Cosine;
import backstep.training.Exponential;
import backstep.training.Rate;
import backstep.training.Schedule;
import backstep.training.StepDecay;
import backstep.training.WarmupCosine;
import java.util.List;

/** Tells η of an update by its schedule: η = η₀ γ^⌊t/s⌋, η₀ γᵗ, or along a cosine. */
final class ScheduledRate {

    static final NetworkAddress ETA = new NetworkAddress.OfUpdate(Measure.LEARNING_RATE);

    private static final String INITIAL = "\\eta_{0}";
    private static final String LEAST = "\\eta_{\\mathrm{min}}";

    private final Script script;
    private final Formulas formulas;
    private final Rate rate;

    ScheduledRate(Script script) {
        this.script = script;
        this.formulas = script.formulas();
        this.rate = script.quantities().update().setting().rate();
    }

    /** {@return η where a step makes it, so that those who use it read it} */
    static List<Address> reads(Script script) {
        return script.quantities().update().setting().rate().isConstant() ? List.of() : List.of(ETA);
    }

    /** {@return η, with its address where a step makes it} */
    static String symbol(Script script) {
        return reads(script).isEmpty() ? "\\eta" : script.symbols().latex(ETA);
    }

    /** @throws IllegalArgumentException where no schedule changes it */
    Telling telling() {
        return switch (rate.schedule()) {
            case Constant() -> throw new IllegalArgumentException("no schedule changes the learning rate");
            case StepDecay(int stepSize, double gamma, var per) -> steps(stepSize, gamma, per);
            case Exponential(double gamma, var per) -> powers(gamma, per);
            case Cosine(int tMax, double etaMin, var per) -> cosine(tMax, etaMin, per);
            case WarmupCosine schedule -> rate.t() < schedule.warmup() ? rise(schedule) : fall(schedule);
        };
    }

    /** η₀ γ^⌊t/s⌋. */
    private Telling steps(int stepSize, double gamma, Schedule.Per per) {
        int times = rate.t() / stepSize;
        return draft("t = " + rate.t() + ",\\quad s = " + stepSize + ",\\quad \\lfloor t/s \\rfloor = " + times)
                .formula(
                        INITIAL + "\\, {\\gamma}^{\\lfloor t/s \\rfloor}",
                        initial() + " \\times {" + formulas.constant(gamma) + "}^{\\lfloor " + rate.t() + "/" + stepSize
                                + " \\rfloor}")
                .why(Sentence.of(
                        "Every " + counted(stepSize, per) + " the learning rate is multiplied by {}; that has "
                                + (times == 0 ? "not happened yet." : "happened " + often(times) + "."),
                        formulas.symbol(gamma)))
                .telling();
    }

    /** η₀ γᵗ. */
    private Telling powers(double gamma, Schedule.Per per) {
        return draft("t = " + rate.t())
                .formula(
                        INITIAL + "\\, {\\gamma}^{t}",
                        initial() + " \\times {" + formulas.constant(gamma) + "}^{" + rate.t() + "}")
                .why(Sentence.of(
                        "After each " + unit(per) + " the learning rate is multiplied by {}; " + counted(rate.t(), per)
                                + (rate.t() == 1 ? " is" : " are") + " done.",
                        formulas.symbol(gamma)))
                .telling();
    }

    /** η_min + (η₀ − η_min) (1 + cos(π t/T))/2. */
    private Telling cosine(int tMax, double etaMin, Schedule.Per per) {
        String why = rate.t() <= tMax
                ? "The rate falls along half a cosine, slowly at first and at the end: " + rate.t() + " of "
                        + counted(tMax, per) + " are done."
                : "The rate was smallest after " + counted(tMax, per) + ", and rises along the cosine again.";
        return draft("t = " + rate.t() + ",\\quad T = " + tMax)
                .formula(
                        between(LEAST, INITIAL, "t/T"),
                        between(formulas.constant(etaMin), initial(), rate.t() + "/" + tMax))
                .why(why)
                .telling();
    }

    /** η₀ (t + 1)/w. */
    private Telling rise(WarmupCosine schedule) {
        int w = schedule.warmup();
        return draft("t = " + rate.t() + ",\\quad w = " + w)
                .formula(
                        INITIAL + "\\, \\frac{t + 1}{w}",
                        initial() + " \\times \\frac{" + rate.t() + " + 1}{" + w + "}")
                .why(Sentence.of(
                        "The first steps are small: within " + counted(w, schedule.per())
                                + " the rate rises along a straight line to {}.",
                        formulas.symbol(rate.initial())))
                .telling();
    }

    /** η_min + (η₀ − η_min) (1 + cos(π (t − w)/(T − w)))/2. */
    private Telling fall(WarmupCosine schedule) {
        int w = schedule.warmup();
        int tMax = schedule.tMax();
        int t = Math.min(rate.t(), tMax);
        return draft("t = " + rate.t() + ",\\quad w = " + w + ",\\quad T = " + tMax)
                .formula(
                        between(LEAST, INITIAL, t < rate.t() ? "1" : "(t - w)/(T - w)"),
                        between(
                                formulas.constant(schedule.etaMin()),
                                initial(),
                                t < rate.t() ? "1" : "(" + t + " - " + w + ")/(" + tMax + " - " + w + ")"))
                .why(
                        rate.t() < tMax
                                ? "The rise is over; now the rate falls along half a cosine: " + rate.t() + " of "
                                        + counted(tMax, schedule.per()) + " are done."
                                : "The cosine has come to its end, and the rate stays at its smallest.")
                .telling();
    }

    private static String between(String least, String most, String part) {
        return least + " + (" + most + " - " + least + ") \\times \\frac{1 + \\cos(\\pi \\times " + part + ")}{2}";
    }

    private String initial() {
        return formulas.constant(rate.initial());
    }

    private Draft draft(String here) {
        return new Draft(script, ETA).title("Learning rate of this update").here(here);
    }

    private static String counted(int ticks, Schedule.Per per) {
        return ticks + " " + unit(per) + (ticks == 1 ? "" : "s");
    }

    private static String often(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private static String unit(Schedule.Per per) {
        return switch (per) {
            case EPOCH -> "epoch";
            case ITERATION -> "update";
        };
    }
}
