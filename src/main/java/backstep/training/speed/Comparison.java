package backstep.training.speed;

import java.util.List;
import java.util.OptionalLong;

/**
 * Processor and device beside each other, as they were measured.
 *
 * @param processor how long the trials took on the processor
 * @param device how long the same took on the device
 */
public record Comparison(List<Timing> processor, List<Timing> device) {

    public Comparison {
        processor = List.copyOf(processor);
        device = List.copyOf(device);
    }

    /** {@return how fast the processor is} */
    public Speed ofProcessor() {
        return Speed.of(processor);
    }

    /** {@return how fast the device is} */
    public Speed ofDevice() {
        return Speed.of(device);
    }

    /** {@return whether an update takes less time on the device} */
    public boolean deviceGains(Work update) {
        return ofDevice().seconds(update) < ofProcessor().seconds(update);
    }

    /**
     * {@return from how many flops on an update of so many operations takes less time on the device: where both lines meet; none
     * where the device gains nothing by more work}
     */
    public OptionalLong crossing(long operations) {
        double aheadByFlop = ofProcessor().perFlop() - ofDevice().perFlop();
        if (!(aheadByFlop > 0)) {
            return OptionalLong.empty();
        }
        double behind = operations * (ofDevice().perOperation() - ofProcessor().perOperation());
        return OptionalLong.of((long) Math.ceil(Math.max(0, behind / aheadByFlop)));
    }
}
