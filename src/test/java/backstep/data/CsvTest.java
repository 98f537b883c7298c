package backstep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import backstep.linalg.Matrix;
import backstep.network.InvalidNetwork;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static DataSet read(String text) {
        return Csv.read(text).dataSet(Targets.last());
    }

    /** A table with one input and these targets, which are separated by blanks. */
    private static DataSet withTargets(String targets) {
        return read("x,t\n"
                + List.of(targets.split(" ")).stream().map(t -> "1," + t).collect(Collectors.joining("\n")));
    }

    @Test
    void theLastColumnIsTheTargetAndTheOthersAreInputs() {
        DataSet data = read("1,2,3.5\n4,5,6.5\n");
        assertEquals(Matrix.of(2, 2, 1, 2, 4, 5), data.examples().x());
        assertEquals(Matrix.of(2, 1, 3.5, 6.5), data.examples().y());
        assertEquals(List.of("column 3"), data.outputs());
        assertEquals("csv", data.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c\n1,2,3.5\n4,5,6.5",
                "a;b;c\n1;2;3.5\n4;5;6.5",
                "a\tb\tc\n1\t2\t3.5\n4\t5\t6.5",
                "\ufeffa,b,c\r\n1,2,3.5\r\n4,5,6.5\r\n",
                "a,b,c\r1,2,3.5\r4,5,6.5\r",
                "\n\n a , b , c \n\n 1 ,2, 3.5\n  \n4,5,6.5\n\n\n",
                "\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3.5\"\n\"4\" , \"5\",6.5",
                "a;\"b,\n\tb\";c\n1;2;3.5\n4;5;6.5",
                "\"a;\tb\",b,c\n1,2,3.5\n4,5,6.5",
                "a,b,c\n1,+2,35e-1\n4.,5.0,.65E1"
            })
    void tablesAreWrittenInManyWays(String text) {
        Csv table = Csv.read(text);
        assertTrue(table.hasNames());
        assertEquals(2, table.rows());
        assertEquals(
                Matrix.of(2, 2, 1, 2, 4, 5),
                table.dataSet(Targets.last()).examples().x());
        assertEquals(List.of("c"), table.dataSet(Targets.last()).outputs());
    }

    @Test
    void quotedCellsMayHoldSeparatorsLineBreaksAndQuotationMarks() {
        Csv table = Csv.read("\"a,\n\"\"b\"\"\",c\n1,2");
        assertEquals(List.of("a,\n\"b\"", "c"), table.names());
    }

    @Test
    void aFirstRowWithANumberHoldsNoNames() {
        assertFalse(Csv.read("1,a\n2,b").hasNames());
        assertEquals(2, Csv.read("1,a\n2,b").rows());
        assertEquals(List.of("column 1", "b"), Csv.read(",b\n1,2").names());
    }

    @Test
    void textsAreClassesInTheOrderOfTheirNames() {
        DataSet data = withTargets("cat ant cat bee");
        assertEquals(Kind.CLASSES, data.kind());
        assertEquals(List.of("ant", "bee", "cat"), data.outputs());
        assertEquals(
                Matrix.of(4, 3, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0),
                data.examples().y());
    }

    @Test
    void twoClassesAreOneNumber() {
        DataSet data = withTargets("yes no yes");
        assertEquals(Kind.BINARY, data.kind());
        assertEquals(List.of("no", "yes"), data.outputs());
        assertEquals(Matrix.of(3, 1, 1, 0, 1), data.examples().y());
    }

    @Test
    void wholeNumbersFromZeroOrOneOnAreClasses() {
        assertEquals(List.of("0", "1", "2"), withTargets("2 0 1 0").outputs());
        assertEquals(List.of("1", "2"), withTargets("2 1 2").outputs());
        assertEquals(Matrix.of(3, 1, 1, 0, 1), withTargets("2 1 2").examples().y());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 1 3", "2 3 4", "1 1", "1.0 2.0 3.0", "1 2 -3", "007 1", "0.5 1", "1 2 3e0"})
    void otherNumbersAreNumbers(String targets) {
        DataSet data = withTargets(targets);
        assertEquals(data.kind() == Kind.BINARY ? List.of("0", "1") : List.of("t"), data.outputs());
        assertEquals(
                Matrix.of(
                        targets.split(" ").length,
                        1,
                        List.of(targets.split(" ")).stream()
                                .mapToDouble(Double::parseDouble)
                                .toArray()),
                data.examples().y());
    }

    @Test
    void atMostTwentyWholeNumbersAreClasses() {
        assertEquals(Kind.CLASSES, withTargets(numbers(20)).kind());
        assertEquals(Kind.REGRESSION, withTargets(numbers(21)).kind());
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    @Test
    void severalTargetsAreTheLastColumnsOrThoseNamed() {
        Csv table = Csv.read("a,b,c,d\n1,2,3,4\n5,6,7,8");
        DataSet last = table.dataSet(new Targets.Last(2));
        assertEquals(Matrix.of(2, 2, 3, 4, 7, 8), last.examples().y());
        assertEquals(List.of("c", "d"), last.outputs());
        DataSet named = table.dataSet(new Targets.Named(List.of("d", "a")));
        assertEquals(Matrix.of(2, 2, 4, 1, 8, 5), named.examples().y());
        assertEquals(Matrix.of(2, 2, 2, 3, 6, 7), named.examples().x());
    }

    @Test
    void targetsMustBeColumnsAndLeaveOneForTheInputs() {
        assertEquals(
                "/data/targets: must be 1 to 2 of the 3 columns, so that one is left for the inputs; was 3",
                refused(new Targets.Last(3)));
        assertEquals(
                "/data/targets: must be 1 to 2 of the 3 columns, so that one is left for the inputs; was 0",
                refused(new Targets.Named(List.of())));
        assertEquals(
                "/data/targets/1: must be one of a, b, c, was \"z\"", refused(new Targets.Named(List.of("a", "z"))));
        assertEquals("/data/targets/1: stands twice: \"a\"", refused(new Targets.Named(List.of("a", "a"))));
    }

    @Test
    void inputsAreTheColumnsThatAreNamedAndOthersAreLeftOut() {
        Csv table = Csv.read("a,b,c,d\n1,text,3,4\n5,words,7,8");
        DataSet data = table.dataSet(new Targets.Named(List.of("c")), List.of("d", "a"));
        assertEquals(Matrix.of(2, 2, 4, 1, 8, 5), data.examples().x());
        assertEquals(Matrix.of(2, 1, 3, 7), data.examples().y());
    }

    @Test
    void inputsMustBeColumnsThatAreNoTargets() {
        assertEquals("/data/inputs/0: must be one of a, b, c, was \"z\"", refused("z"));
        assertEquals("/data/inputs/1: stands twice: \"a\"", refused("a", "a"));
        assertEquals("/data/inputs/0: is a target already: \"c\"", refused("c"));
        assertEquals("/data/inputs: must name a column or more, names none", refused());
    }

    private static String refused(String... inputs) {
        Csv table = Csv.read("a,b,c\n1,2,3");
        return String.valueOf(assertThrows(InvalidNetwork.class, () -> table.dataSet(Targets.last(), List.of(inputs)))
                .getMessage());
    }

    private static String refused(Targets targets) {
        Csv table = Csv.read("a,b,c\n1,2,3");
        return String.valueOf(
                assertThrows(InvalidNetwork.class, () -> table.dataSet(targets)).getMessage());
    }

    static java.util.stream.Stream<String> blocksOfCsvErrors() {
        return Blocks.of("csv-errors.txt");
    }

    @ParameterizedTest
    @MethodSource("blocksOfCsvErrors")
    void everyMistakeIsFoundByItsLineAndColumn(String block) {
        String quoted = block.lines().findFirst().orElseThrow();
        String text =
                quoted.substring(1, quoted.length() - 1).replace('⏎', '\n').replace('⇥', '\t');
        InvalidCsv error = assertThrows(InvalidCsv.class, () -> read(text), quoted);
        assertEquals(block, quoted + "\n" + error.getMessage());
        assertTrue(block.contains("\nline " + error.line() + ", column " + error.column()));
    }

    @Test
    void fiftyThousandRowsAreTheMost() {
        assertEquals(50_000, Csv.read("a,b\n" + "1,2\n".repeat(50_000)).rows());
        String more = "1,2\n".repeat(50_001);
        assertEquals(
                "line 50001, column 1: is beyond the 50,000 rows that there may be; leave some out",
                assertThrows(InvalidCsv.class, () -> Csv.read(more)).getMessage());
        assertEquals(
                "line 50002, column 1: is beyond the 50,000 rows that there may be; leave some out",
                assertThrows(InvalidCsv.class, () -> Csv.read("a,b\n" + more)).getMessage());
    }

    @Test
    void tenMegabytesAreTheMost() {
        String row = "1," + "0".repeat(996) + "1\n";
        assertEquals(10_000, Csv.read(row.repeat(10_000)).rows());
        String more = "ä" + row.repeat(10_000).substring(1);
        assertEquals(
                "line 1, column 1: the text must have at most 10,000,000 bytes, has 10,000,001",
                assertThrows(InvalidCsv.class, () -> Csv.read(more)).getMessage());
    }

    @Test
    void fiveThousandColumnsAreTheMost() {
        String row = "1" + ",2".repeat(4_999);
        assertEquals(5_000, Csv.read(row).names().size());
        assertEquals(
                "line 1, column 5001: is beyond the 5,000 columns that there may be; leave some out",
                assertThrows(InvalidCsv.class, () -> Csv.read(row + ",3")).getMessage());
    }

    /** Going through the digits again for each of them would take hours. */
    @Test
    void aLongCellIsReadOnce() {
        String digits = "1".repeat(2_000_000);
        assertTrue(assertThrows(InvalidCsv.class, () -> read("1,2\n" + digits + "x,2"))
                .getMessage()
                .startsWith("line 2, column 1: must be a number, was \"111"));
        assertEquals(
                0.1111111111111111, read("0." + digits + ",2").examples().x().at(0, 0), 1e-15);
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        assertEquals(List.of("a", "b"), Csv.read("\ufeffa,b\n1,2").names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedHoweverTheyEnd(String end) {
        String text = String.join(end, "\"a", "b\",c", "1,2", "", "x,3");
        assertEquals(5, assertThrows(InvalidCsv.class, () -> read(text)).line());
    }

    @Test
    void aColumnMayHaveNoNameWhereTabsSeparate() {
        assertEquals(List.of("column 1", "b"), Csv.read("\tb\n1\t2").names());
    }

    @Test
    void aHundredNamedClassesAreTheMost() {
        String hundred = IntStream.range(0, 100).mapToObj(k -> "c" + k).collect(Collectors.joining(" "));
        assertEquals(100, withTargets(hundred).outputs().size());
        assertEquals(
                "line 102, column 2 (t): names one more class than the 100 that there may be: \"one more\"",
                assertThrows(InvalidCsv.class, () -> read("x,t\n1," + hundred.replace(" ", "\n1,") + "\n1,one more"))
                        .getMessage());
    }
}
