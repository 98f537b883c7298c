package backstep.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LectureTableTest {

    private static final double TOLERANCE = 1e-15;

    private final AdjointTrace adjoints = Given.adjoints(Given.LECTURE, 2, 5);

    @Test
    void bothTracesPrintTheLecturesTableLineByLine() {
        assertEquals(printed(), computed());
    }

    @Test
    void theValuesBehindThePrintedDigitsAreExact() {
        PrimalTrace primal = adjoints.primal();
        assertEquals(Math.log(2), primal.v(1), TOLERANCE);
        assertEquals(Math.sin(5), primal.v(3), TOLERANCE);
        assertEquals(Math.log(2) + 10 - Math.sin(5), primal.v(5), 2 * TOLERANCE);
        assertEquals(5 + 1 / 2.0, adjoints.adjoint(-1), TOLERANCE);
        assertEquals(2 - Math.cos(5), adjoints.adjoint(0), TOLERANCE);
    }

    @Test
    void theOperationsAreNumberedAsTheLectureNumbersThem() {
        WengertList list = adjoints.primal().list();
        assertEquals(
                List.of(Operation.LN, Operation.MULTIPLY, Operation.SIN, Operation.ADD, Operation.SUBTRACT),
                List.of(list.operation(1), list.operation(2), list.operation(3), list.operation(4), list.operation(5)));
        assertEquals(List.of(v(-1), v(0)), list.operands(2));
        assertEquals(List.of(v(1), v(2)), list.operands(4));
        assertEquals(List.of(v(4), v(3)), list.operands(5));
    }

    @Test
    void theSecondContributionAddsToTheFirst() {
        Contribution second = adjoints.line(7);
        assertEquals(-0.284, second.before(), 5e-4);
        assertEquals(2, second.amount(), TOLERANCE);
        assertEquals(1.716, second.adjoint(), 5e-4);
        assertEquals(2, second.ordinal());
    }

    private static Operand v(int i) {
        return new Operand.Variable(i);
    }

    private List<String> computed() {
        List<String> lines = new ArrayList<>();
        PrimalTrace primal = adjoints.primal();
        for (int i = -1; i <= 5; i++) {
            lines.add("primal|v" + i + "||" + digits(primal.v(i)));
        }
        for (int k = 0; k < adjoints.size(); k++) {
            Contribution line = adjoints.line(k);
            lines.add("adjoint|v" + line.target() + "|v" + line.through() + "|" + digits(line.adjoint()));
        }
        return lines;
    }

    /** {@return the value with three decimals, zeros at the end left out, as the lecture prints it} */
    private static String digits(double value) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static List<String> printed() {
        try (var golden = LectureTableTest.class.getResourceAsStream("lecture-table.txt")) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> String.join(
                            "|",
                            Arrays.stream(line.split("\\|")).map(String::strip).toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
