package backstep.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** What is told of tests that passed, failed or were skipped. */
class GpuTestsTest {

    private static final String SAMPLE = "sample";

    @Tag(SAMPLE)
    static class WithoutADevice {
        @BeforeAll
        static void lookForADevice() {
            assumeTrue(false, "no device here");
        }

        @Test
        void first() {}

        @Test
        void second() {}
    }

    static class Mixed {
        @Tag(SAMPLE)
        @Test
        void passes() {}

        @Tag(SAMPLE)
        @Test
        void fails() {
            assertEquals(1, 2, "one is not two");
        }

        @Tag(SAMPLE)
        @Disabled("kept for later")
        @Test
        void isDisabled() {}

        @Test
        void hasNoTag() {
            throw new IllegalStateException("must not run");
        }
    }

    private record Told(boolean isGood, String text) {}

    @Test
    void skippedClassSaysItsReasonAndCountsItsTests() {
        Told told = run(WithoutADevice.class, "");
        assertEquals("2 skipped: no device here\n\n0 passed, 0 failed, 2 skipped\n", told.text());
        assertTrue(told.isGood());
    }

    @Test
    void failureIsToldWithItsPlaceAndOnlyTaggedTestsRun() {
        Told told = run(Mixed.class, "");
        assertTrue(told.text().startsWith("FAILED GpuTestsTest$Mixed.fails fails(): "), told.text());
        assertTrue(told.text().contains("one is not two"), told.text());
        assertTrue(told.text().contains("    at backstep.gpu.GpuTestsTest$Mixed.fails("), told.text());
        assertTrue(told.text().endsWith("1 skipped: kept for later\n\n1 passed, 1 failed, 1 skipped\n"), told.text());
        assertFalse(told.isGood());
    }

    @Test
    void nothingToRunIsNoSuccess() {
        assertFalse(run(Mixed.class, "NoSuchClass").isGood());
    }

    private static Told run(Class<?> tests, String part) {
        StringWriter text = new StringWriter();
        boolean isGood =
                GpuTests.run(List.of(DiscoverySelectors.selectClass(tests)), SAMPLE, part, new PrintWriter(text));
        return new Told(isGood, text.toString().replace(System.lineSeparator(), "\n"));
    }
}
