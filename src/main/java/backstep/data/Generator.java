package backstep.data;

import backstep.network.InvalidNetwork;
import backstep.network.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A rule that makes examples, with the settings that it takes. */
public enum Generator {
    /** Class 1 where exactly one of x₁ and x₂ is positive. */
    XOR("Opposite quadrants", Kind.BINARY, 2),
    /** Class 1 is a disc, class 0 a ring around it. */
    CIRCLE("Disc in a ring", Kind.BINARY, 2),
    /** Two round clouds, which a straight line separates. */
    GAUSS("Two clouds", Kind.BINARY, 2),
    /** Two arms that wind around each other. */
    SPIRAL("Two spirals", Kind.BINARY, 2),
    /** Two half circles that reach into each other. */
    MOONS("Two moons", Kind.BINARY, 2),
    /** y = sin πx. */
    SINE("Sine", Kind.REGRESSION, 1),
    /** y = 0 left of 0, else 1. */
    STEP("Step", Kind.REGRESSION, 1),
    /** y = |x|. */
    ABSOLUTE("Absolute value", Kind.REGRESSION, 1),
    /** y = f(x), typed. */
    EXPRESSION("Your function", Kind.REGRESSION, 1),
    /** y = (x₁ + x₂) / 4. */
    PLANE("Plane", Kind.REGRESSION, 2),
    /** y = x₁ x₂ / 4. */
    SADDLE("Saddle", Kind.REGRESSION, 2),
    /** Handwritten digits. */
    DIGITS("Handwritten digits", Kind.CLASSES, Digits.SIZE * Digits.SIZE),
    /** Drawings of a pedestrian, a car, a motorcycle or a truck. */
    STREET("Street", Kind.CLASSES, Street.SIZE * Street.SIZE);

    private static final Range OF_CLOUDS = new Range(2, Limits.EXAMPLES, 300);
    private static final Range OF_CURVES = new Range(2, 10_000, 100);
    private static final Range OF_DIGITS = new Range(1, Digits.COUNT, Digits.COUNT);
    private static final Range OF_STREET = new Range(1, 10_000, 400);

    private final String title;
    private final Kind kind;
    private final int inputs;

    Generator(String title, Kind kind, int inputs) {
        this.title = title;
        this.kind = kind;
        this.inputs = inputs;
    }

    /**
     * {@return the rule of that name in documents}
     *
     * @throws InvalidNetwork where there is none
     */
    public static Generator of(String spelling) {
        return Arrays.stream(values())
                .filter(generator -> generator.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> new InvalidNetwork(
                        "data/dataset", "must be " + Claims.oneOf(spellings()) + ", was " + Claims.quoted(spelling)));
    }

    private static List<String> spellings() {
        return Arrays.stream(values()).map(Generator::spelling).toList();
    }

    /** {@return the name of the rule in documents} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name of the rule on pages} */
    public String title() {
        return title;
    }

    /** {@return what the targets say} */
    public Kind kind() {
        return kind;
    }

    /** {@return how many inputs there are, where no size is chosen} */
    public int inputs() {
        return inputs;
    }

    /** {@return how many examples there may be} */
    public Range count() {
        return switch (this) {
            case XOR, CIRCLE, GAUSS, SPIRAL, MOONS, PLANE, SADDLE -> OF_CLOUDS;
            case SINE, STEP, ABSOLUTE, EXPRESSION -> OF_CURVES;
            case DIGITS -> OF_DIGITS;
            case STREET -> OF_STREET;
        };
    }

    /** {@return how large the noise may be; see {@link Sampling}} */
    public Range noise() {
        return switch (this) {
            case XOR, CIRCLE, GAUSS, SPIRAL -> new Range(0, 1, 0.05);
            case MOONS -> new Range(0, 1, 0.1);
            case SINE, STEP, ABSOLUTE, EXPRESSION, PLANE, SADDLE, DIGITS -> new Range(0, 1, 0);
            case STREET -> new Range(0, 1, 0.05);
        };
    }

    /** {@return whether the rule takes a setting that only some take} */
    public boolean takes(Option option) {
        return switch (option) {
            case FUNCTION -> this == EXPRESSION;
            case INTERVAL -> inputs == 1;
            case SIZE -> this == DIGITS;
        };
    }
}
