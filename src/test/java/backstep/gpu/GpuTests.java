package backstep.gpu;

import backstep.linalg.jcuda.Detection;
import backstep.linalg.jcuda.Gpu;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests tagged {@code gpu}, which a plain run of the tests leaves out. Where there is no GPU each is skipped, and the
 * reason is said. An argument is part of the name of the classes to run.
 */
public final class GpuTests {

    static final String TAG = "gpu";

    private GpuTests() {}

    public static void main(String[] arguments) throws URISyntaxException {
        Path classes = Path.of(GpuTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String part = arguments.length == 0 ? "" : arguments[0];
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (Gpu.detect() instanceof Detection.Found(Gpu gpu)) {
            out.println("On " + gpu.name() + ", CUDA " + gpu.driverVersion() + ", " + gpu.products());
        }
        boolean isGood = run(DiscoverySelectors.selectClasspathRoots(Set.of(classes)), TAG, part, out);
        System.exit(isGood ? 0 : 1);
    }

    /** Runs those of the selected tests that have the tag, and {@return whether there were any, and none failed} */
    static boolean run(List<? extends DiscoverySelector> selected, String tag, String part, PrintWriter out) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected)
                .filters(TagFilter.includeTags(tag), ClassNameFilter.includeClassNamePatterns(".*\\Q" + part + "\\E.*"))
                .configurationParameter("junit.jupiter.execution.timeout.default", "2 m")
                .build();
        TestTally tally = new TestTally(out);
        LauncherFactory.create().execute(request, tally);
        tally.sumUp();
        return tally.isGood();
    }
}
