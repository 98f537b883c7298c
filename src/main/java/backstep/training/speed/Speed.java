package backstep.training.speed;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast an engine is: seconds = operations · perOperation + flops · perFlop.
 *
 * @param perOperation seconds that an operation takes, however small it is
 * @param perFlop seconds that an addition or multiplication takes beyond that, 1 / rate
 */
public record Speed(double perOperation, double perFlop) {

    /** {@return how long something takes, in seconds} */
    public double seconds(Work work) {
        return work.operations() * perOperation + work.flops() * perFlop;
    }

    /**
     * {@return the speed that explains timings best: Σ ((foretold − measured) / measured)² is least among speeds that are not
     * negative, so that short updates count as much as long ones}
     *
     * @param timings of at least two updates of different shape
     */
    static Speed of(List<Timing> timings) {
        double operations = sum(timings, timing -> operations(timing) * operations(timing));
        double flops = sum(timings, timing -> flops(timing) * flops(timing));
        double both = sum(timings, timing -> operations(timing) * flops(timing));
        double onOperations = sum(timings, Speed::operations);
        double onFlops = sum(timings, Speed::flops);
        double determinant = operations * flops - both * both;
        double perOperation = (onOperations * flops - onFlops * both) / determinant;
        double perFlop = (onFlops * operations - onOperations * both) / determinant;
        if (!(perOperation >= 0)) {
            return new Speed(0, onFlops / flops);
        }
        return perFlop >= 0 ? new Speed(perOperation, perFlop) : new Speed(onOperations / operations, 0);
    }

    private static double operations(Timing timing) {
        return timing.work().operations() / timing.seconds();
    }

    private static double flops(Timing timing) {
        return timing.work().flops() / timing.seconds();
    }

    private static double sum(List<Timing> timings, ToDoubleFunction<Timing> term) {
        return timings.stream().mapToDouble(term).sum();
    }
}
