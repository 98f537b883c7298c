package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gets the libraries that reach a GPU where they are asked for, and makes a bundle that runs by itself. */
class GpuLauncherTest extends LauncherSetup {

    private String libraryPath;

    @BeforeEach
    void giveJdkAndMaven() throws IOException {
        Path jdk = givenJdk("jvm/temurin", "25.0.3");
        givenMaven();
        givenProgram(jdk.resolve("bin/jlink"), """
                #!/bin/sh
                while [ "$1" != --output ]; do shift; done
                mkdir -p "$2/bin"
                cp "${0%jlink}java" "$2/bin/java"
                """);
        givenProgram(tools.resolve("xz"), "#!/bin/sh\nexec cat\n");
        libraryPath = "[-Djava.library.path=" + home + "/target/run/natives/lib]";
    }

    @Test
    void librariesAreDownloadedOnceAndUsedUntilABuildWithoutThem() throws Exception {
        assertEquals(0, run("build", "--gpu").status());
        assertTrue(run("test", "--gpu").out().contains(libraryPath));
        assertTrue(run("serve").out().contains(libraryPath));
        List<String> downloads =
                mavenCalls().stream().filter(call -> call.contains("-Pgpu")).toList();
        assertEquals(1, downloads.size(), downloads.toString());
        assertTrue(downloads.getFirst().contains("-DincludeClassifiers=linux-x86_64"), downloads.getFirst());
        assertEquals(0, run("build").status());
        assertFalse(run("serve").out().contains("java.library.path"));
    }

    @Test
    void testsForAGpuRunWithTheLibraries() throws Exception {
        Answer answer = run("test", "--gpu", "Some");
        assertTrue(answer.out().contains(libraryPath), answer.out());
        assertTrue(answer.out().endsWith("[backstep.gpu.GpuTests] [Some] "), answer.out());
        assertEquals(7, answer.status());
    }

    @Test
    void benchmarkOfAGpuRunsWithTheLibraries() throws Exception {
        Answer answer = run("bench", "gpu", "--to", "a b.md");
        assertTrue(answer.out().contains(libraryPath), answer.out());
        assertTrue(answer.out().endsWith("[backstep.benchmark.gpu.GpuBenchmark] [--to] [a b.md] "), answer.out());
    }

    @Test
    void whereThereAreNoLibrariesItSaysSoAndTestsRunWithout() throws Exception {
        givenSystem("Darwin", "arm64");
        Answer answer = run("build", "--gpu");
        assertEquals(1, answer.status());
        assertEquals(
                "The libraries for an NVIDIA GPU exist for Linux on x86-64 alone, and this is Darwin arm64.\n",
                answer.err());
        assertTrue(run("test", "--gpu").out().contains("[backstep.gpu.GpuTests]"));
    }

    @Test
    void unknownOptionsAreWrongCalls() throws Exception {
        givenSources();
        assertEquals(2, run("build", "--cpu").status());
        assertEquals(2, run("bundle", "--cpu").status());
    }

    @Test
    void bundleRunsOnTheJavaInItAndHasTheTestsForAGpu() throws Exception {
        givenSources();
        Answer answer = run("bundle", "--gpu");
        assertEquals(0, answer.status(), answer.err());
        Path bundle = home.resolve("target/bundle/backstep-linux-x86_64-gpu");
        assertTrue(answer.out().startsWith(bundle + ".tar.xz ("), answer.out());
        assertTrue(Files.size(Path.of(bundle + ".tar.xz")) > 0);
        Path launcher = bundle.resolve("backstep");
        String train = start(launcher, "train", "a b.json").out();
        assertTrue(
                train.endsWith("[-cp] [" + bundle + "/lib/backstep.jar] [backstep.cli.Main] [train] [a b.json] "),
                train);
        assertTrue(train.contains("[-Djava.library.path=" + bundle + "/natives/lib]"), train);
        assertTrue(start(launcher, "test", "--gpu", "Some").out().endsWith("[backstep.gpu.GpuTests] [Some] "));
        assertEquals(2, start(launcher, "test").status());
    }

    @Test
    void bundleWithoutAGpuHasNeitherLibrariesNorTests() throws Exception {
        givenSources();
        assertEquals(0, run("bundle").status());
        Path bundle = home.resolve("target/bundle/backstep-linux-x86_64");
        assertFalse(Files.exists(bundle.resolve("natives")));
        Answer answer = start(bundle.resolve("backstep"), "test", "--gpu");
        assertEquals(2, answer.status());
        assertEquals(
                "This bundle was made without --gpu, so it has no tests and no benchmark of a GPU.\n", answer.err());
    }

    /** What goes into a bundle besides what is built. */
    private void givenSources() throws IOException {
        for (String name : List.of("src/bundle/make.sh", "src/bundle/backstep")) {
            givenProgram(home.resolve(name), Files.readString(Path.of(name)));
        }
        Files.writeString(home.resolve("LICENSE"), "");
        Files.createDirectories(home.resolve("docs/experiments"));
        for (String folder : List.of("gpu", "linalg", "network", "training", "benchmark/gpu")) {
            Files.createDirectories(home.resolve("target/test-classes/backstep").resolve(folder));
        }
    }
}
