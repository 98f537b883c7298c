package backstep.data;

import backstep.network.Batch;
import backstep.network.InvalidNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule with its settings; the same recipe makes the same data set.
 *
 * @param function of x, where the rule takes one
 * @param interval where a curve begins and ends, else from −1 to 1
 * @param size how many pixels high and wide an image is made, else as it is
 */
public record Recipe(
        Generator generator,
        Sampling sampling,
        Optional<String> function,
        Optional<Interval> interval,
        OptionalInt size) {

    /** @throws InvalidNetwork where a setting is out of its range, missing, or of no use */
    public Recipe {
        generator.count().require(sampling.count(), "data/count");
        generator.noise().require(sampling.noise(), "data/noise");
        requireTaken(generator, Option.FUNCTION, function.isPresent());
        requireTaken(generator, Option.INTERVAL, interval.isPresent());
        requireTaken(generator, Option.SIZE, size.isPresent());
        Claims.require(
                function.isPresent() || !generator.takes(Option.FUNCTION),
                "data/function",
                "is missing; write a function of x, such as sin(pi*x)");
        function.ifPresent(Recipe::typed);
        size.ifPresent(pixels -> Digits.SIZES.require(pixels, "data/size"));
    }

    /** {@return the rule with its usual settings and seed 1; a function that is needed is sin(pi*x)} */
    public static Recipe usual(Generator generator) {
        Sampling sampling =
                new Sampling((int) generator.count().usual(), generator.noise().usual(), 1);
        Optional<String> function = generator.takes(Option.FUNCTION) ? Optional.of("sin(pi*x)") : Optional.empty();
        return new Recipe(generator, sampling, function, Optional.empty(), OptionalInt.empty());
    }

    /** {@return the same with another count, noise and seed} */
    public Recipe with(Sampling other) {
        return new Recipe(generator, other, function, interval, size);
    }

    /** {@return the same with a function of x} */
    public Recipe with(String other) {
        return new Recipe(generator, sampling, Optional.of(other), interval, size);
    }

    /** {@return the same between other ends} */
    public Recipe with(Interval other) {
        return new Recipe(generator, sampling, function, Optional.of(other), size);
    }

    /** {@return the same with images of that many pixels in height and width} */
    public Recipe withSize(int pixels) {
        return new Recipe(generator, sampling, function, interval, OptionalInt.of(pixels));
    }

    /**
     * {@return the examples}
     *
     * @throws InvalidNetwork where a function is none, or has no value somewhere
     */
    public DataSet dataSet() {
        return switch (generator) {
            case XOR -> classes(Clouds::xor);
            case CIRCLE -> classes(Clouds::circle);
            case GAUSS -> classes(Clouds::gauss);
            case SPIRAL -> classes(Clouds::spiral);
            case MOONS -> classes(Clouds::moons);
            case SINE -> numbers(Curves.of(Curves::sine, ends(), sampling));
            case STEP -> numbers(Curves.of(Curves::step, ends(), sampling));
            case ABSOLUTE -> numbers(Curves.of(Math::abs, ends(), sampling));
            case EXPRESSION -> numbers(Curves.of(typed(function.orElseThrow()), ends(), sampling));
            case PLANE -> numbers(Surfaces.of(Surfaces::plane, sampling));
            case SADDLE -> numbers(Surfaces.of(Surfaces::saddle, sampling));
            case DIGITS -> images(size.orElse(Digits.SIZE), Digits.of(sampling, size), Digits.NAMES);
            case STREET -> images(Street.SIZE, Street.of(sampling), Street.NAMES);
        };
    }

    private Interval ends() {
        return interval.orElse(Interval.USUAL);
    }

    private DataSet classes(Clouds.Shape shape) {
        Batch examples = Clouds.of(shape, sampling);
        return new DataSet(generator.spelling(), examples, Kind.BINARY, List.of("0", "1"), Optional.empty());
    }

    private DataSet numbers(Batch examples) {
        return new DataSet(generator.spelling(), examples, Kind.REGRESSION, List.of("y"), Optional.empty());
    }

    private DataSet images(int pixels, Batch examples, List<String> names) {
        Image image = new Image(1, pixels, pixels);
        return new DataSet(generator.spelling(), examples, Kind.CLASSES, names, Optional.of(image));
    }

    private static void requireTaken(Generator generator, Option option, boolean given) {
        Claims.require(
                !given || generator.takes(option),
                "data/" + option.spelling(),
                "is of no use to the data set " + generator.spelling() + "; leave it out");
    }

    private static TypedFunction typed(String function) {
        return TypedFunction.of("data/function", function);
    }
}
