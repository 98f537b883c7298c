package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds a JDK, builds once, and hands calls on. */
class LauncherTest extends LauncherSetup {

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
        for (String command : List.of("test", "bench", "build", "bundle", "jdk")) {
            Answer answer = run(command, "--help");
            assertEquals(0, answer.status());
            assertTrue(answer.out().startsWith("Usage: backstep " + command), answer.out());
        }
    }

    @Test
    void javaIsGivenAllThreeStreamsThoughTheyAreClosed() throws Exception {
        Path jdk = givenJdk("jvm/temurin", "25.0.3");
        givenProgram(jdk.resolve("bin/java"), """
                #!/bin/sh
                for argument; do
                  case $argument in -XX:ArchiveClassesAtExit=*) : >"${argument#*=}"; exit 0 ;; esac
                done
                ( : <&0 && : >&1 && : >&2 ) 2>/dev/null || exit 1
                """);
        givenMaven();
        run("build");
        Path closing = folder.resolve("closing");
        givenProgram(closing, "#!/bin/sh\nexec \"" + home + "/backstep\" serve <&- >&- 2>&-\n");
        assertEquals(0, start(closing).status());
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
}
