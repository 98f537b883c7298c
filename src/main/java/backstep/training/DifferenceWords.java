package backstep.training;

import backstep.training.Difference.Computed;
import java.util.ArrayList;
import java.util.List;

/** Says why two engines differ, by what differs between them. */
record DifferenceWords(Computed one, Computed other) {

    private static final String IN_ORDER = "plain Java";

    String why(boolean isSame) {
        if (isSame) {
            return one.precision() == other.precision() && one.products().equals(other.products())
                    ? "Every bit is the same: both do the same operations in the same order."
                    : "Every bit is the same: in this update all roundings fell alike.";
        }
        List<String> reasons = new ArrayList<>();
        if (one.precision() != other.precision()) {
            reasons.add("float64 keeps 53 bits of a number, float32 keeps 24, about 7 decimal digits.");
            reasons.add(
                    "With float32 the weights and the examples are rounded before the update, and every result in it is.");
        }
        if (!one.products().equals(other.products())) {
            reasons.add(order(one) + "; " + order(other) + ".");
            reasons.add("Each addition rounds, so a sum depends on the order of its terms.");
        }
        if (!one.engine().equals(other.engine())) {
            reasons.add("A graphics card also has an eˣ of its own, which rounds in its own way.");
        }
        reasons.add(
                "Where terms nearly cancel, the sum gets small and the roundings stay: there relative differences are large.");
        return String.join(" ", reasons);
    }

    private static String order(Computed by) {
        String name = name(by);
        return by.products().equals(IN_ORDER)
                ? name
                        + " adds the terms of a product one after the other, each with a fused multiply-add, which rounds once"
                : name + " adds them block by block, in an order of its own";
    }

    private static String name(Computed by) {
        return by.products().equals(IN_ORDER) ? "Plain Java" : by.products();
    }
}
