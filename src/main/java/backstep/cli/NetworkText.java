package backstep.cli;

import backstep.cli.TextTable.Alignment;
import backstep.cli.TextTable.Column;
import backstep.server.NetworkTraceAnswer;
import backstep.server.NetworkTraceAnswer.GradientAnswer;
import backstep.server.NetworkTraceAnswer.LayerAnswer;
import backstep.server.OutcomeAnswer;
import backstep.server.PassAnswer;
import backstep.server.TellingAnswer.FlagAnswer;
import backstep.server.UpdateAnswer;
import backstep.server.UpdateAnswer.LengthsAnswer;
import backstep.server.UpdateAnswer.MadeAnswer;
import backstep.server.UpdateAnswer.MemoryAnswer;
import backstep.server.UpdateAnswer.RateAnswer;
import backstep.story.Notation;
import backstep.story.Numerals;
import backstep.story.UnicodeFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every number of a pass over a network as text for a terminal. */
final class NetworkText {

    private static final Map<String, String> LETTERS = Map.of("slope", "D\u0303", "mHat", "m\u0302", "vHat", "v\u0302");

    private final NetworkTraceAnswer trace;
    private final PassAnswer pass;
    private final Numerals numerals;
    private final List<String> lines = new ArrayList<>();

    private NetworkText(NetworkTraceAnswer trace, Notation notation) {
        this.trace = trace;
        pass = trace.pass();
        this.numerals = new Numerals(notation);
    }

    /**
     * {@return the lines: weights, then z, a and δ of each example, Δ, D, the cost and what one update makes of it}
     *
     * @param examples of how many examples z, a and δ are listed
     */
    static List<String> of(NetworkTraceAnswer trace, Notation notation, int examples) {
        return new NetworkText(trace, notation).write(examples);
    }

    private List<String> write(int examples) {
        lines.add(sizes() + ", " + activations() + ", " + pass.loss() + ", λ = " + TraceText.exact(pass.lambda())
                + (pass.l1() == 0 ? "" : ", λ₁ = " + TraceText.exact(pass.l1())) + ", "
                + (pass.n() == 1 ? "1 example" : pass.n() + " examples"));
        weights(trace.theta(), "Θ", "");
        int listed = Math.min(examples, pass.n());
        for (int e = 0; e < listed; e++) {
            example(e);
        }
        if (listed < pass.n()) {
            lines.add("");
            lines.add((pass.n() - listed) + " more examples are not listed; --examples " + pass.n() + " lists all.");
        }
        gradients();
        update();
        trace.telling().flags().forEach(this::flag);
        cost();
        return lines;
    }

    private String sizes() {
        return trace.layers().stream()
                .map(layer -> Integer.toString(layer.units()))
                .collect(Collectors.joining("–"));
    }

    private String activations() {
        return trace.layers().stream()
                .flatMap(layer -> Stream.ofNullable(layer.activation()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private void weights(List<double[][]> matrices, String letter, String suffix) {
        for (int l = 1; l <= matrices.size(); l++) {
            matrix(superscript(letter, l) + suffix, matrices.get(l - 1));
        }
    }

    private void example(int e) {
        heading("Example " + (e + 1) + ": x = " + tuple(trace.data().x()[e]) + ", y = "
                + tuple(trace.data().y()[e]) + ", loss = " + number(pass.losses()[e]));
        TextTable table = new TextTable(
                new Column("layer", Alignment.RIGHT),
                new Column("unit", Alignment.RIGHT),
                new Column("z", Alignment.DECIMAL),
                new Column("a", Alignment.DECIMAL),
                new Column("δ", Alignment.DECIMAL));
        for (LayerAnswer layer : trace.layers()) {
            for (int i = 0; i < layer.units(); i++) {
                table.row(
                        Integer.toString(layer.layer()),
                        Integer.toString(i + 1),
                        cell(layer.z(), e, i),
                        cell(layer.a(), e, i),
                        cell(layer.delta(), e, i));
            }
        }
        lines.addAll(table.lines());
    }

    private String cell(double @Nullable [][] rows, int e, int i) {
        return rows == null ? "" : number(rows[e][i]);
    }

    private void gradients() {
        for (GradientAnswer gradient : trace.gradients()) {
            matrix(superscript("Δ", gradient.layer()), gradient.delta());
        }
        for (GradientAnswer gradient : trace.gradients()) {
            matrix(superscript("D", gradient.layer()), gradient.d());
        }
    }

    /** What the optimizer remembers and makes; of plain gradient descent nothing. */
    private void update() {
        for (MemoryAnswer memory : trace.update().memories()) {
            weights(memory.after(), memory.name(), " after the update");
        }
        for (MadeAnswer made : trace.update().made()) {
            weights(made.values(), LETTERS.getOrDefault(made.name(), made.name()), "");
        }
        if (!trace.update().memories().isEmpty()) {
            weights(trace.updated().theta(), "Θ", " after the update");
        }
        measures(trace.update());
    }

    private void measures(UpdateAnswer<?, ?> update) {
        RateAnswer rate = update.rate();
        if (rate != null) {
            heading("Learning rate");
            lines.add(UnicodeFormula.of(rate.formula()) + " = " + UnicodeFormula.of(rate.substituted()) + " = "
                    + number(rate.value()));
        }
        Double norm = update.norm();
        Double clip = update.clip();
        if (norm != null && clip != null) {
            heading("Clipping");
            lines.add("‖∂J/∂Θ‖ = " + number(norm) + ", c = " + number(clip));
        }
        if (!update.layers().isEmpty()) {
            heading("Trust ratios");
        }
        for (LengthsAnswer layer : update.layers()) {
            lines.add("r" + superscript("", layer.layer()) + " = " + number(layer.trustRatio()) + ": ‖Θ‖ = "
                    + number(layer.thetaNorm()) + ", ‖u‖ = " + number(layer.uNorm()));
        }
    }

    private void matrix(String name, double[][] rows) {
        heading(name + ", " + rows.length + " × " + rows[0].length);
        TextTable table = new TextTable(Stream.concat(
                        Stream.of(new Column("unit", Alignment.RIGHT)),
                        IntStream.range(0, rows[0].length)
                                .mapToObj(j -> new Column(j == 0 ? "bias" : Integer.toString(j), Alignment.DECIMAL)))
                .toArray(Column[]::new));
        for (int i = 0; i < rows.length; i++) {
            table.row(Stream.concat(
                            Stream.of(Integer.toString(i + 1)),
                            IntStream.of(i).boxed().flatMap(row -> numbers(rows[row])))
                    .toArray(String[]::new));
        }
        lines.addAll(table.lines());
    }

    private void flag(FlagAnswer flag) {
        lines.add("! " + flag.quantity() + ", " + flag.flag().replace('-', ' ') + ": " + flag.reason());
    }

    private void cost() {
        heading("Cost");
        lines.add("J = " + number(pass.cost())
                + (pass.lambda() == 0 && pass.l1() == 0
                        ? ""
                        : ", of it " + number(pass.penalty()) + " for the weights"));
        OutcomeAnswer outcome = trace.updated().outcome();
        lines.add("after one update" + by(trace.update()) + " with η = " + TraceText.exact(pass.learningRate())
                + ": J = "
                + number(outcome.cost()) + ", a change of "
                + number(outcome.cost() - pass.cost())
                + (isPlain(trace.update()) ? "; −η‖D‖² foretells " : "; the slopes foretell ")
                + number(outcome.predicted()));
    }

    private static String by(UpdateAnswer<?, ?> update) {
        return isPlain(update) ? "" : ", update " + update.t() + " by " + update.type() + ",";
    }

    private static boolean isPlain(UpdateAnswer<?, ?> update) {
        return update.memories().isEmpty() && update.clip() == null;
    }

    private Stream<String> numbers(double[] row) {
        return IntStream.range(0, row.length).mapToObj(j -> number(row[j]));
    }

    private String tuple(double[] row) {
        return numbers(row).collect(Collectors.joining(", ", "(", ")"));
    }

    private void heading(String title) {
        lines.add("");
        lines.add(title);
    }

    private static String superscript(String letter, int l) {
        String digits = Integer.toString(l)
                .chars()
                .mapToObj(digit -> "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
        return letter + "⁽" + digits + "⁾";
    }

    private String number(double number) {
        return UnicodeFormula.of(numerals.latex(number));
    }
}
