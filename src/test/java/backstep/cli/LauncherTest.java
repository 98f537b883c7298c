package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher among JDKs and a Maven that only write down how they were called. */
class LauncherTest {

    private record Answer(int status, String out, String err) {}

    @TempDir
    Path folder;

    private Path home;
    private Path tools;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void copyTheLauncher() throws IOException {
        home = Files.createDirectories(folder.resolve("home of it"));
        tools = Files.createDirectories(folder.resolve("tools"));
        String launcher = Files.readString(Path.of("backstep")).replace("/usr/lib/jvm/", folder + "/jvm/");
        givenProgram(home.resolve("backstep"), launcher);
        for (Path source : List.of(Path.of("pom.xml"), Path.of("src/main/Code.java"), Path.of("web/page.css"))) {
            Files.createDirectories(home.resolve(source).getParent());
            Files.writeString(home.resolve(source), "");
        }
        for (String tool : List.of(
                "sh",
                "dirname",
                "sed",
                "find",
                "head",
                "readlink",
                "mkdir",
                "cp",
                "mv",
                "touch",
                "rm",
                "cat",
                "tr",
                "awk")) {
            givenProgram(tools.resolve(tool), "#!/bin/sh\nexec " + toolOnThisMachine(tool) + " \"$@\"\n");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.toString());
    }

    @Test
    void withoutAJdkItSaysWhatIsMissingInOneLine() throws Exception {
        givenJdk("jvm/old", "17.0.15");
        Answer answer = run("serve");
        assertEquals(1, answer.status());
        assertEquals(
                "Backstep needs a JDK, version 25 or newer, and found none: install one (adoptium.net) or set"
                        + " BACKSTEP_JAVA_HOME.\n",
                answer.err());
    }

    @Test
    void jdkIsLookedForInOrder() throws Exception {
        Path usual = givenJdk("jvm/temurin", "25.0.3");
        assertEquals(usual + "\n", run("jdk").out());
        Path onPath = givenJdk("other", "26");
        environment.put("PATH", tools + ":" + onPath.resolve("bin"));
        assertEquals(onPath + "\n", run("jdk").out());
        Path javaHome = givenJdk("java home", "25");
        environment.put("JAVA_HOME", javaHome.toString());
        assertEquals(javaHome + "\n", run("jdk").out());
        Path chosen = givenJdk("chosen", "27-ea");
        environment.put("BACKSTEP_JAVA_HOME", chosen.toString());
        assertEquals(chosen + "\n", run("jdk").out());
    }

    @Test
    void jdkThatIsTooOldIsPassedOver() throws Exception {
        environment.put("JAVA_HOME", givenJdk("old", "21.0.2").toString());
        Path usual = givenJdk("jvm/temurin", "25.0.3");
        assertEquals(usual + "\n", run("jdk").out());
    }

    @Test
    void withoutMavenItSaysWhatIsMissingInOneLine() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        Answer answer = run("serve");
        assertEquals(1, answer.status());
        assertEquals(
                "Backstep needs Maven to build, and found no mvn on the PATH: install it (on Debian: apt-get install"
                        + " maven).",
                answer.err().lines().skip(1).findFirst().orElse(""));
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        givenMaven();
        run("serve");
        run("serve");
        assertEquals(1, builds());
        changeSource("web/page.css");
        run("serve");
        assertEquals(2, builds());
        changeSource("src/main/Code.java");
        run("serve");
        assertEquals(3, builds());
        changeSource("pom.xml");
        run("serve");
        assertEquals(4, builds());
    }

    @Test
    void failedBuildIsSaidAndNothingRuns() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        givenProgram(tools.resolve("mvn"), "#!/bin/sh\necho broken code >&2\nexit 1\n");
        Answer answer = run("serve");
        assertEquals(1, answer.status());
        assertEquals("", answer.out());
        assertTrue(
                answer.err().endsWith("broken code\nBackstep could not be built; the reason stands above.\n"),
                answer.err());
    }

    @Test
    void handsTheCallOnAsItIsAndLeavesWithItsStatus() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        givenMaven();
        Answer answer = run("autodiff", "ln(x1) * x2", "--at", "x1=2,x2=5");
        assertTrue(
                answer.out()
                        .contains("[-jar] [" + home
                                + "/target/run/backstep.jar] [autodiff] [ln(x1) * x2] [--at] [x1=2,x2=5]"),
                answer.out());
        assertEquals(7, answer.status());
    }

    @Test
    void isCalledThroughALinkAndFromAnyFolder() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        givenMaven();
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("home of it/backstep"));
        assertTrue(start(link, "serve").out().contains("[-Dbackstep.home=" + home + "]"));
    }

    @Test
    void testRunsMavenAndSumsUp() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        givenMaven();
        Files.writeString(tools.resolve("report.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" name="a" time="0.1" tests="5" errors="1" skipped="1" failures="1">
                  <testcase name="tests=&quot;9&quot;"/>
                </testsuite>
                """);
        Answer answer = run("test", "-Dtest=Some");
        assertTrue(answer.out().endsWith("\n2 passed, 2 failed, 1 skipped\n"), answer.out());
        assertTrue(
                mavenCalls().getLast().endsWith(" verify -Dtest=Some"),
                mavenCalls().toString());
    }

    @Test
    void everyCommandOfItsOwnHasHelp() throws Exception {
        givenJdk("jvm/temurin", "25.0.3");
        for (String command : List.of("test", "bench", "jdk")) {
            Answer answer = run(command, "--help");
            assertEquals(0, answer.status());
            assertTrue(answer.out().startsWith("Usage: backstep " + command), answer.out());
        }
    }

    /** A JDK whose java says how it was called, makes the archive that it is asked for, and leaves 7. */
    private Path givenJdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve(name));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Some\"\nJAVA_VERSION=\"" + version + "\"\n");
        givenProgram(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        givenProgram(jdk.resolve("bin/java"), """
                #!/bin/sh
                for argument; do
                  case $argument in -XX:ArchiveClassesAtExit=*) : >"${argument#*=}"; exit 0 ;; esac
                done
                printf '[%s] ' "$@"
                exit 7
                """);
        return jdk;
    }

    /** A Maven that writes down its calls, and makes a jar and a report. */
    private void givenMaven() throws IOException {
        givenProgram(tools.resolve("mvn"), """
                #!/bin/sh
                printf '%%s\\n' "$*" >>"%1$s/calls"
                mkdir -p "%2$s/target/surefire-reports"
                [ ! -f "%1$s/report.xml" ] || cp "%1$s/report.xml" "%2$s/target/surefire-reports/TEST-a.xml"
                : >"%2$s/target/backstep.jar"
                """.formatted(tools, home));
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(tools.resolve("calls"));
    }

    private long builds() throws IOException {
        return mavenCalls().stream().filter(call -> call.endsWith(" package")).count();
    }

    /** Makes a source newer than the build, and the build older, so that no clock needs to be waited for. */
    private void changeSource(String source) throws IOException {
        Instant past = Instant.now().minusSeconds(60);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(past));
            }
        }
        Files.setLastModifiedTime(home.resolve(source), FileTime.from(past.plusSeconds(30)));
    }

    private Answer run(String... call) throws IOException, InterruptedException {
        return start(home.resolve("backstep"), call);
    }

    private Answer start(Path launcher, String... call) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(call)).toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path err = folder.resolve("stderr");
        Process process =
                builder.directory(folder.toFile()).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, Files.readString(err));
    }

    private static void givenProgram(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        assertTrue(path.toFile().setExecutable(true));
    }

    private static Path toolOnThisMachine(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
