package backstep.gpu;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.TestAbortedException;

/** Counts how tests ended, tells each failure as it comes, and at the end why the skipped ones were. */
final class TestTally implements TestExecutionListener {

    private final PrintWriter out;
    private final Map<String, Long> reasons = new TreeMap<>();
    private TestPlan plan;
    private long passed;
    private long failed;
    private long skipped;

    TestTally(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan begun) {
        plan = begun;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skip(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
            case ABORTED ->
                skip(test, result.getThrowable().map(TestTally::reason).orElse("no reason was given"));
            case FAILED -> fail(test, result.getThrowable().orElseThrow());
        }
    }

    private void skip(TestIdentifier test, String reason) {
        long count = leaves(test);
        skipped += count;
        reasons.merge(reason, count, Long::sum);
    }

    private void fail(TestIdentifier test, Throwable cause) {
        failed += leaves(test);
        out.println("FAILED " + place(test) + ": " + cause);
        for (StackTraceElement element : cause.getStackTrace()) {
            if (element.getClassName().startsWith("backstep.")) {
                out.println("    at " + element);
            }
        }
    }

    /** {@return how many tests end with this one: itself, or those of a class of which none could begin} */
    private long leaves(TestIdentifier test) {
        if (plan.getChildren(test).isEmpty()) {
            return 1;
        }
        return plan.getDescendants(test).stream()
                .filter(one -> plan.getChildren(one).isEmpty())
                .count();
    }

    private static String reason(Throwable aborted) {
        String message = String.valueOf(aborted.getMessage());
        return aborted instanceof TestAbortedException ? message.replaceFirst("^Assumption failed: ", "") : message;
    }

    private static String place(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method -> simple(method.getClassName()) + "." + method.getMethodName() + " ";
                    case ClassSource type -> simple(type.getClassName()) + " ";
                    default -> "";
                })
                .orElse("")
                .concat(test.getDisplayName());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Tells the reasons of the skipped tests, and the sums. */
    void sumUp() {
        reasons.forEach((reason, count) -> out.printf("%d skipped: %s%n", count, reason));
        out.printf("%n%d passed, %d failed, %d skipped%n", passed, failed, skipped);
        out.flush();
    }

    /** {@return whether there were tests, and none of them failed} */
    boolean isGood() {
        return failed == 0 && passed + skipped > 0;
    }
}
