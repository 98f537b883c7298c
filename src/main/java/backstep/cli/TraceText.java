package backstep.cli;

import backstep.cli.TextTable.Alignment;
import backstep.cli.TextTable.Column;
import backstep.server.TraceAnswer;
import backstep.server.TraceAnswer.CheckAnswer;
import backstep.server.TraceAnswer.OutputAnswer;
import backstep.server.TraceAnswer.TraceLine;
import backstep.story.Notation;
import backstep.story.Numerals;
import backstep.story.UnicodeFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Both traces of an expression as text for a terminal. */
final class TraceText {

    private final TraceAnswer trace;
    private final Numerals numerals;
    private final List<String> lines = new ArrayList<>();

    private TraceText(TraceAnswer trace, Notation notation) {
        this.trace = trace;
        this.numerals = new Numerals(notation);
    }

    /** {@return the lines: both traces, the tangent traces that the answer has, the value and the gradient with its check} */
    static List<String> of(TraceAnswer trace, Notation notation) {
        return new TraceText(trace, notation).write();
    }

    private List<String> write() {
        lines.add(trace.expression().text());
        if (!trace.inputs().isEmpty()) {
            lines.add("at " + point());
        }
        section("Forward primal trace", trace.primal());
        section("Reverse adjoint trace of " + output().name(), trace.adjoint());
        trace.tangents().forEach((seed, tangent) -> section("Forward tangent trace by " + seed, tangent));
        values();
        gradient();
        return lines;
    }

    private String point() {
        return trace.inputs().stream()
                .map(input -> input.name() + " = " + exact(input.value()))
                .collect(Collectors.joining(", "));
    }

    /** {@return a number with all its digits, as it was given} */
    static String exact(double number) {
        return Double.toString(number).replaceFirst("\\.0$", "").replace('-', '−');
    }

    private void section(String title, List<? extends TraceLine> trace) {
        heading(title);
        if (trace.isEmpty()) {
            lines.add("  no lines");
            return;
        }
        TextTable table = new TextTable(
                new Column("step", Alignment.RIGHT),
                new Column("v", Alignment.LEFT),
                new Column("operation", Alignment.LEFT),
                new Column("numbers", Alignment.LEFT),
                new Column("value", Alignment.DECIMAL));
        for (TraceLine line : trace) {
            table.row(
                    Integer.toString(line.step() + 1),
                    symbol(line),
                    UnicodeFormula.of(line.operation()),
                    UnicodeFormula.of(line.substituted()),
                    number(line.value()));
        }
        lines.addAll(table.lines());
        trace.forEach(this::flag);
    }

    private void flag(TraceLine line) {
        String flag = line.flag();
        if (flag != null) {
            lines.add("! step " + (line.step() + 1) + ", " + symbol(line) + ", " + flag.replace('-', ' ') + ": "
                    + line.reason());
        }
    }

    private void values() {
        heading(trace.outputs().size() == 1 ? "Value" : "Values");
        trace.outputs().forEach(output -> lines.add(output.name() + " = " + number(output.value())));
    }

    private void gradient() {
        if (trace.check().isEmpty()) {
            return;
        }
        heading("Gradient of " + output().name() + " beside central differences");
        TextTable table = new TextTable(
                new Column("input", Alignment.LEFT),
                new Column("derivative", Alignment.DECIMAL),
                new Column("difference", Alignment.DECIMAL),
                new Column("relative error", Alignment.DECIMAL));
        for (CheckAnswer check : trace.check()) {
            table.row(
                    check.input(),
                    number(check.derivative()),
                    number(check.difference()),
                    number(check.relativeError()));
        }
        lines.addAll(table.lines());
    }

    private void heading(String title) {
        lines.add("");
        lines.add(title);
    }

    private OutputAnswer output() {
        return trace.outputs().get(trace.output());
    }

    private String number(double number) {
        return UnicodeFormula.of(numerals.latex(number));
    }

    /** {@return the left side of the line's formula} */
    private static String symbol(TraceLine line) {
        return UnicodeFormula.of(line.formula().split(" = ", 2)[0]);
    }
}
