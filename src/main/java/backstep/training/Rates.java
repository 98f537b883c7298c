package backstep.training;

/**
 * η of every update of a plan.
 *
 * @param initial η₀, the learning rate of the optimizer
 * @param perEpoch how many updates an epoch has
 * @param ahead how far the clock of the schedule is ahead of the updates that are counted, where a run is entered in its midst
 */
record Rates(Schedule schedule, double initial, int perEpoch, int ahead) {

    static Rates of(Plan plan) {
        Training training = plan.training();
        Schedule schedule = training.schedule();
        int perEpoch = plan.iterationsPerEpoch();
        int counted = schedule.clock(plan.start().iteration() + 1, perEpoch);
        int ahead = plan.start().clock().orElse(counted) - counted;
        return new Rates(schedule, training.optimizer().learningRate(), perEpoch, ahead);
    }

    /** {@return t of update k, from 1} */
    int clock(int k) {
        return schedule.clock(k, perEpoch) + ahead;
    }

    /** {@return η of update k, from 1} */
    double at(int k) {
        return schedule.rate(initial, clock(k));
    }
}
