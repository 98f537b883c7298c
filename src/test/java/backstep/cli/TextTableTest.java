package backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import backstep.cli.TextTable.Alignment;
import backstep.cli.TextTable.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void decimalMarksStandBelowEachOther() {
        TextTable table = new TextTable(new Column("v", Alignment.LEFT), new Column("value", Alignment.DECIMAL));
        table.row("a", "10");
        table.row("b", "−0.959");
        assertEquals(
                List.of(
                        "┌───┬────────┐",
                        "│ v │  value │",
                        "├───┼────────┤",
                        "│ a │ 10     │",
                        "│ b │ −0.959 │",
                        "└───┴────────┘"),
                table.lines());
    }

    @Test
    void wholeNumbersEndTogetherAndWordsBeginTogether() {
        TextTable table = new TextTable(new Column("k", Alignment.RIGHT), new Column("word", Alignment.LEFT));
        table.row("9", "one");
        table.row("10", "eleven");
        assertEquals(
                List.of("│  9 │ one    │", "│ 10 │ eleven │"), table.lines().subList(3, 5));
    }

    @Test
    void aBarAboveALetterTakesNoPlace() {
        assertEquals(2, TextTable.width("v̄₀"));
        assertEquals(3, TextTable.width("v̇₋₁"));
    }

    @Test
    void aTableWithoutRowsHasItsTitles() {
        assertEquals(
                4, new TextTable(new Column("v", Alignment.DECIMAL)).lines().size());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        TextTable table = new TextTable(new Column("v", Alignment.LEFT));
        assertThrows(IllegalArgumentException.class, () -> table.row("a", "b"));
    }
}
