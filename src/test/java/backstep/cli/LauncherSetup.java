package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the launcher among JDKs and a Maven that only write down how they were called. */
abstract class LauncherSetup {

    record Answer(int status, String out, String err) {}

    @TempDir
    Path folder;

    Path home;
    Path tools;
    final Map<String, String> environment = new HashMap<>();

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
                "awk",
                "tar",
                "wc")) {
            givenProgram(tools.resolve(tool), "#!/bin/sh\nexec " + toolOnThisMachine(tool) + " \"$@\"\n");
        }
        givenSystem("Linux", "x86_64");
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.toString());
    }

    /** A system and a processor, as uname says them. */
    void givenSystem(String system, String processor) throws IOException {
        givenProgram(tools.resolve("uname"), """
                #!/bin/sh
                case $1 in -s) echo %1$s ;; -m) echo %2$s ;; *) echo %1$s %2$s ;; esac
                """.formatted(system, processor));
    }

    /** A JDK whose java says how it was called, makes the archive that it is asked for, and leaves 7. */
    Path givenJdk(String name, String version) throws IOException {
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

    /** A Maven that writes down its calls, and makes a jar, a report, and the files and folders that it is asked for. */
    void givenMaven() throws IOException {
        givenProgram(tools.resolve("mvn"), """
                #!/bin/sh
                printf '%%s\\n' "$*" >>"%1$s/calls"
                mkdir -p "%2$s/target/surefire-reports"
                [ ! -f "%1$s/report.xml" ] || cp "%1$s/report.xml" "%2$s/target/surefire-reports/TEST-a.xml"
                : >"%2$s/target/backstep.jar"
                for argument; do
                  case $argument in
                    -DoutputDirectory=*) mkdir -p "${argument#*=}/lib" ;;
                    -Dmdep.outputFile=*) echo junit.jar >"${argument#*=}" ;;
                  esac
                done
                """.formatted(tools, home));
    }

    List<String> mavenCalls() throws IOException {
        return Files.readAllLines(tools.resolve("calls"));
    }

    Answer run(String... call) throws IOException, InterruptedException {
        return start(home.resolve("backstep"), call);
    }

    Answer start(Path launcher, String... call) throws IOException, InterruptedException {
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

    static void givenProgram(Path path, String text) throws IOException {
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
