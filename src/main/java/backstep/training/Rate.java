package backstep.training;

/**
 * η of one update, as its schedule has it.
 *
 * @param initial η₀, the learning rate of the optimizer
 * @param t what the clock of the schedule shows
 */
public record Rate(Schedule schedule, double initial, int t) {

    /** {@return a rate that no schedule changes} */
    public static Rate constant(double learningRate) {
        return new Rate(new Constant(), learningRate, 0);
    }

    /** {@return ηₜ} */
    public double value() {
        return schedule.rate(initial, t);
    }

    /** {@return whether it is η₀ by definition} */
    public boolean isConstant() {
        return schedule instanceof Constant;
    }
}
