package backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    private final Numerals numerals = new Numerals(Notation.STANDARD);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2          | 2                          | 2                | 2",
                "0          | 0                          | 0                | 0",
                "-0.0       | 0                          | 0                | 0",
                "-0.9589242 | -0.959                     | −0.959           | minus 0.959",
                "0.0005     | 0.001                      | 0.001            | 0.001",
                "0.5        | 0.500                      | 0.500            | 0.500",
                "0.9999999  | 1.000                      | 1.000            | 1.000",
                "4e-10      | 4 \\times 10^{-10}         | 4 × 10^−10       | 4 times 10 to the minus 10",
                "-1.2345e-7 | -1.23 \\times 10^{-7}      | −1.23 × 10^−7    | minus 1.23 times 10 to the minus 7",
                "99999      | 99999                      | 99999            | 99999",
                "100000     | 1 \\times 10^{5}           | 1 × 10^5         | 1 times 10 to the 5",
                "9.9996e9   | 1 \\times 10^{10}          | 1 × 10^10        | 1 times 10 to the 10",
                "NaN        | \\text{not a number}       | not a number     | not a number",
                "Infinity   | \\infty                    | ∞                | infinity",
                "-Infinity  | -\\infty                   | −∞               | minus infinity",
            })
    void numbersAreWrittenForPeople(double number, String latex, String plain, String spoken) {
        assertEquals(latex, numerals.latex(number));
        assertEquals(plain, numerals.plain(number));
        assertEquals(spoken, numerals.spoken(number));
    }
}
