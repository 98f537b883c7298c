package backstep.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {

    /** Each may use those before it. */
    private static final List<String> ORDER = List.of(
            "linalg",
            "expression",
            "autodiff",
            "network",
            "data",
            "training",
            "story",
            "experiment",
            "lesson",
            "export",
            "server",
            "cli");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes", "backstep"));

    @Test
    void thereIsSomethingToCheck() {
        assertTrue(CLASSES.contain("backstep.server.Server"), "no classes found");
    }

    @Test
    void everyClassLivesInAPackageOfTheOrder() {
        Set<String> unknown = CLASSES.stream()
                .map(ArchitectureTest::firstPackage)
                .filter(name -> !ORDER.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @FieldSource("ORDER")
    void packageUsesOnlyThoseBeforeIt(String name) {
        List<String> later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
        noClasses()
                .that()
                .resideInAPackage(within(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later.stream().map(ArchitectureTest::within).toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("backstep.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tools.jackson, com.fasterxml.jackson         | server, experiment, lesson
                    io.javalin, jakarta.servlet, org.eclipse.jetty, java.net.http | server
                    org.thymeleaf                                | server
                    org.eclipse.elk, org.eclipse.emf             | story.figure
                    org.ejml                                     | linalg.ejml
                    jcuda                                        | linalg.jcuda
                    picocli                                      | cli
                    org.slf4j                                    | server
                    """)
    void libraryIsSeenOnlyBy(String libraries, String packages) {
        noClasses()
                .that(not(resideInAnyPackage(packages(packages, "backstep."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(libraries, ""))
                .check(CLASSES);
    }

    @Test
    void onlyTheServerOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("server"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineEndsTheProgramOrPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("cli"))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> silent = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(folder -> !folder.isAnnotatedWith(NullMarked.class))
                .map(folder -> folder.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), silent);
    }

    private static String firstPackage(JavaClass type) {
        return type.getPackageName().split("\\.").length < 2
                ? ""
                : type.getPackageName().split("\\.")[1];
    }

    private static String within(String name) {
        return "backstep." + name + "..";
    }

    private static String[] packages(String names, String prefix) {
        return List.of(names.split(", ")).stream()
                .map(name -> prefix + name + "..")
                .toArray(String[]::new);
    }
}
