package backstep.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitializationTest {

    /** 200 units lead to 100, so in = 200 and out = 100: twenty thousand weights. */
    private static final Network WIDE = Given.network(200, Loss.SQUARED_ERROR, Given.layer(100, Activation.LINEAR));

    private static Matrix wide(Initialization rule) {
        return rule.theta(WIDE, 7).matrix(1);
    }

    private static double[] weights(Initialization rule) {
        return wide(rule).columns(1, 201).toArray();
    }

    private static double deviation(double... numbers) {
        double mean = DoubleStream.of(numbers).average().orElseThrow();
        return Math.sqrt(DoubleStream.of(numbers)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 0.1",
        "XAVIER_UNIFORM, 0.08164965809277261",
        "XAVIER_NORMAL, 0.08164965809277261",
        "HE_UNIFORM, 0.1",
        "HE_NORMAL, 0.1"
    })
    void theStandardDeviationIsThatOfThePaper(Initialization rule, double expected) {
        double[] weights = weights(rule);
        assertEquals(expected, deviation(weights), 0.01 * expected);
        assertEquals(0, DoubleStream.of(weights).average().orElseThrow(), 0.02 * expected);
    }

    /**
     * A unit of a convolution has 20 · 3² inputs, and an input goes to 30 · 3² units. Against the sampling error of 5,400
     * weights, about 1 %, √(2 / (180 + 30)) and √(2 / (20 + 30)) are far off.
     */
    @ParameterizedTest
    @CsvSource({
        "XAVIER_UNIFORM, 0.06666666666666667",
        "XAVIER_NORMAL, 0.06666666666666667",
        "HE_UNIFORM, 0.10540925533894598",
        "HE_NORMAL, 0.10540925533894598"
    })
    void aConvolutionCountsTheNumbersThatItsWindowSees(Initialization rule, double expected) {
        Network network = new Network(
                new Shape.Image(20, 5, 5),
                List.of(new Conv2d(30, 3, 1, 0, Activation.RELU), new Dense(1, Activation.LINEAR)),
                Loss.SQUARED_ERROR);
        double[] weights = rule.theta(network, 7).matrix(1).columns(1, 181).toArray();
        assertEquals(expected, deviation(weights), 0.04 * expected);
    }

    @ParameterizedTest
    @CsvSource({"XAVIER_UNIFORM, 0.1414213562373095", "HE_UNIFORM, 0.17320508075688773"})
    void uniformWeightsFillTheirRangeAndStayInIt(Initialization rule, double bound) {
        double most = DoubleStream.of(weights(rule)).map(Math::abs).max().orElseThrow();
        assertTrue(most <= bound && most > 0.999 * bound, rule + " reaches " + most);
    }

    /** Of a normal distribution 68.27 % lie within one standard deviation, of a uniform one 57.74 %. */
    @ParameterizedTest
    @CsvSource({"NORMAL, 0.6827", "XAVIER_NORMAL, 0.6827", "HE_NORMAL, 0.6827", "HE_UNIFORM, 0.5774"})
    void theShapeIsThatOfTheDistribution(Initialization rule, double within) {
        double[] weights = weights(rule);
        double one = deviation(weights);
        long count = DoubleStream.of(weights).filter(w -> Math.abs(w) < one).count();
        assertEquals(within, (double) count / weights.length, 0.01);
    }

    @ParameterizedTest
    @EnumSource(
            value = Initialization.class,
            names = {"CONSTANT", "NORMAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void biasWeightsStartAtZero(Initialization rule) {
        assertArrayEquals(new double[100], wide(rule).columns(0, 1).toArray());
    }

    @Test
    void normalBiasWeightsAreDrawnLikeTheOthers() {
        assertEquals(0.1, deviation(wide(Initialization.NORMAL).columns(0, 1).toArray()), 0.03);
    }

    @Test
    void zerosAreZeroAndConstantIsATenth() {
        assertEquals(Matrix.zeros(100, 201), wide(Initialization.ZEROS));
        assertTrue(DoubleStream.of(wide(Initialization.CONSTANT).toArray()).allMatch(weight -> weight == 0.1));
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void theSameSeedGivesTheSameWeights(Initialization rule) {
        assertEquals(rule.theta(WIDE, 42), rule.theta(WIDE, 42));
    }

    @ParameterizedTest
    @EnumSource(
            value = Initialization.class,
            names = {"ZEROS", "CONSTANT"},
            mode = EnumSource.Mode.EXCLUDE)
    void anotherSeedGivesOtherWeights(Initialization rule) {
        assertNotEquals(rule.theta(WIDE, 42), rule.theta(WIDE, 43));
    }

    /** Written down once, so that a link with a seed opens with the same network for ever. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NORMAL         | [[0.08452060657049848, 0.09128761787534406, -0.028707863647499533]] [[0.07518594314874759, 0.1335473668231534]]
            XAVIER_UNIFORM | [[0.0, 0.6525154282155853, 0.7047580641654112]] [[0.0, -0.5254706027301483]]
            XAVIER_NORMAL  | [[0.0, 0.6901078628274949, 0.7453602787625518]] [[0.0, -0.2870786364749953]]
            HE_UNIFORM     | [[0.0, 0.7991649242109246, 0.8631488246584518]] [[0.0, -0.7431276530093405]]
            HE_NORMAL      | [[0.0, 0.8452060657049847, 0.9128761787534405]] [[0.0, -0.4059905011705139]]
            """)
    void theWeightsOfASeedNeverChange(Initialization rule, String expected) {
        Network network = Given.network(
                2, Loss.SQUARED_ERROR, Given.layer(1, Activation.TANH), Given.layer(1, Activation.LINEAR));
        Theta theta = rule.theta(network, 7);
        assertEquals(expected, theta.matrix(1) + " " + theta.matrix(2));
    }

    @Test
    void namesAreThoseOfDocuments() {
        assertEquals(
                List.of("zeros", "constant", "normal", "xavier-uniform", "xavier-normal", "he-uniform", "he-normal"),
                Arrays.stream(Initialization.values())
                        .map(Initialization::spelling)
                        .toList());
    }
}
