package backstep.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The update of one weight, number by number.
 *
 * @param values what the optimizer computes, in its order; quantities that it has not are absent
 */
public record EntryUpdate(Map<EntryQuantity, Double> values) {

    public EntryUpdate {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** {@return one number of the update} */
    public double at(EntryQuantity quantity) {
        Double value = values.get(quantity);
        if (value == null) {
            throw new IllegalArgumentException("this optimizer has no " + quantity.spelling());
        }
        return value;
    }
}
