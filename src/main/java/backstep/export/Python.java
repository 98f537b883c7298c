package backstep.export;

import backstep.linalg.Matrix;
import backstep.linalg.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers and lists as Python writes them. */
final class Python {

    private Python() {}

    /** {@return the shortest text that reads back as the same double} */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "float(\"nan\")";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "float(\"inf\")" : "float(\"-inf\")";
        }
        String text = Double.toString(value).replace("E", "e");
        return text.endsWith(".0") && Math.abs(value) < 1e15 ? text.substring(0, text.length() - 2) : text;
    }

    /** {@return numbers in brackets} */
    static String list(double... values) {
        return Arrays.stream(values).mapToObj(Python::number).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@return PyTorch's name of a type of numbers} */
    static String type(Precision precision) {
        return "torch." + precision.spelling();
    }

    /** {@return a call of torch.tensor, a line for each row of the matrix} */
    static List<String> tensor(Matrix matrix, Precision precision) {
        List<String> rows = IntStream.range(0, matrix.rows())
                .mapToObj(row -> "    " + list(matrix.row(row)) + ",")
                .toList();
        return concat(List.of("torch.tensor(["), rows, List.of("], dtype=" + type(precision) + ")"));
    }

    /** {@return a list of tensors by a name} */
    static List<String> tensors(String name, List<Matrix> matrices, Precision precision) {
        List<String> all = matrices.stream()
                .map(matrix -> enclosed("", tensor(matrix, precision), ","))
                .flatMap(List::stream)
                .toList();
        return concat(List.of(name + " = ["), indented(all), List.of("]"));
    }

    /** {@return the same lines, further to the right} */
    static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? line : "    " + line).toList();
    }

    /** {@return lines whose first and last ones have something before and behind them} */
    static List<String> enclosed(String before, List<String> lines, String behind) {
        return IntStream.range(0, lines.size())
                .mapToObj(k -> (k == 0 ? before : "") + lines.get(k) + (k == lines.size() - 1 ? behind : ""))
                .toList();
    }

    /** {@return lists one after the other} */
    @SafeVarargs
    static List<String> concat(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
