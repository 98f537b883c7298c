package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backstep.linalg.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The PTX texts that are kept, against the sources that they were compiled from. */
class PtxTest {

    private static final Pattern ENTRY =
            Pattern.compile("\\.visible \\.entry (\\w+)\\(([^)]*)\\)\\s*(?:\\.maxntid ([\\d, ]+))?");
    private static final Pattern PARAMETER = Pattern.compile("\\.param \\.(\\w+)");
    private static final Map<String, String> LETTERS = Map.of("u64", "p", "u32", "i", "f64", "d");

    private static String ptx(Precision precision) throws IOException {
        try (InputStream text = PtxTest.class.getResourceAsStream(precision.spelling() + ".ptx")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everythingThatAnEngineAsksForIsThereAndNothingElse(Precision precision) throws IOException {
        List<String> there = ENTRY.matcher(ptx(precision))
                .results()
                .map(entry -> entry.group(1))
                .sorted()
                .toList();
        String ending = precision == Precision.FLOAT32 ? "_f32" : "_f64";
        assertEquals(KernelNames.all().map(name -> name + ending).sorted().toList(), there);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void parametersAreThoseOfTheSources(Precision precision) throws IOException {
        Emulator emulator = Emulator.get();
        Map<String, String> compiled = new TreeMap<>();
        Map<String, String> emulated = new TreeMap<>();
        for (MatchResult entry : ENTRY.matcher(ptx(precision)).results().toList()) {
            compiled.put(entry.group(1), letters(entry.group(2)));
            emulated.put(entry.group(1), emulator.parameters(entry.group(1)).orElse("not there"));
        }
        assertEquals(emulated, compiled);
    }

    private static String letters(String parameters) {
        return PARAMETER
                .matcher(parameters)
                .results()
                .map(parameter -> LETTERS.get(parameter.group(1)))
                .collect(Collectors.joining());
    }

    /** A device runs blocks of another size too; those who launch must know. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void kernelsWhoseThreadsWorkTogetherSayHowManyThereAre(Precision precision) throws IOException {
        Map<String, String> sizes = new TreeMap<>();
        for (MatchResult entry : ENTRY.matcher(ptx(precision)).results().toList()) {
            Optional.ofNullable(entry.group(3))
                    .ifPresent(size -> sizes.put(entry.group(1).replaceFirst("_f\\d\\d", ""), size.strip()));
        }
        Map<String, String> expected = new TreeMap<>();
        List.of("sum", "squaredNorm", "absoluteSum", "isFinite", "moments", "sumSlopes")
                .forEach(name -> expected.put(name, "256, 1, 1"));
        List.of("multiply", "multiplyTransposed", "transposedMultiply")
                .forEach(name -> expected.put(name, "256, 1, 1"));
        assertEquals(expected, sizes);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theHeaderAsksForNoMoreThanOldDriversAndDevicesKnow(Precision precision) throws IOException {
        String ptx = ptx(precision);
        List<String> header =
                ptx.lines().filter(line -> line.startsWith(".")).limit(3).toList();
        assertEquals(List.of(".version 6.0", ".target sm_50", ".address_size 64"), header);
        assertTrue(ptx.chars().allMatch(c -> c == '\n' || c == '\t' || c >= ' ' && c <= '~'), "only ASCII");
        assertTrue(ptx.stripTrailing().endsWith("}"), "ends with the end of a kernel");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theTextIsThatOfTheSourcesAsTheyAre(Precision precision) throws IOException {
        String line = ptx(precision).lines().skip(1).findFirst().orElseThrow();
        assertEquals(
                "// sources: sha256 " + Sources.hash(Sources.MAIN),
                line,
                "the sources have changed: run mvn generate-resources -Pptx, which needs nvcc 13");
    }

    @ParameterizedTest
    @CsvSource({"FLOAT32,sm_75", "FLOAT32,sm_90", "FLOAT64,sm_75", "FLOAT64,sm_90"})
    void itAssemblesForADevice(Precision precision, String device) throws IOException {
        Optional<Assembler> assembler = Assembler.find();
        assumeTrue(assembler.isPresent(), "there is no assembler: neither CUDA's ptxas nor, by -Pgpu, that of JCuda");
        assembler.get().assemble(ptx(precision), device);
    }
}
