package backstep.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences write numbers as readers do. */
class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.1, 0.1",
        "0.025149, 0.0251",
        "-3.14159, −3.14",
        "123456, 123000",
        "999999.9, 1000000",
        "1e6, 10⁶",
        "-2.55e7, −2.6 × 10⁷",
        "0.00009996, 10⁻⁴",
        "2.2e-12, 2.2 × 10⁻¹²",
        "1.7976931348623157e308, 1.8 × 10³⁰⁸",
        "NaN, not a number",
        "Infinity, infinity",
        "-Infinity, −infinity"
    })
    void aNumberHasThreeDigitsAndAPowerOfTenAtMost(double number, String written) {
        assertEquals(written, WrittenNumber.of(number));
    }
}
