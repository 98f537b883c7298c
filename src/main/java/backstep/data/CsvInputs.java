package backstep.data;

import static backstep.data.Claims.require;

import java.util.List;
import java.util.stream.IntStream;

/** Which columns of a table are inputs, by their names. */
final class CsvInputs {

    private CsvInputs() {}

    /**
     * {@return the columns, from 0, in the order in which they are named}
     *
     * @param targets the columns that are targets
     * @throws backstep.network.InvalidNetwork where the table has none of them, or one is a target
     */
    static List<Integer> columns(Csv table, List<String> names, List<Integer> targets) {
        require(!names.isEmpty(), "data/inputs", "must name a column or more, names none");
        return IntStream.range(0, names.size())
                .mapToObj(k -> column(table, names, k, targets))
                .toList();
    }

    private static int column(Csv table, List<String> names, int k, List<Integer> targets) {
        String name = names.get(k);
        String place = "data/inputs/" + k;
        int column = table.names().indexOf(name);
        require(column >= 0, place, "must be " + Claims.oneOf(table.names()) + ", was " + Claims.quoted(name));
        require(names.indexOf(name) == k, place, "stands twice: " + Claims.quoted(name));
        require(!targets.contains(column), place, "is a target already: " + Claims.quoted(name));
        return column;
    }
}
