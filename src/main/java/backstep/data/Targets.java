package backstep.data;

import static backstep.data.Claims.require;

import java.util.List;
import java.util.stream.IntStream;

/** Which columns of a table are targets. */
public sealed interface Targets {

    /** {@return the last column} */
    static Targets last() {
        return new Last(1);
    }

    /** The last columns. */
    record Last(int count) implements Targets {}

    /** The columns with these names. */
    record Named(List<String> names) implements Targets {
        public Named {
            names = List.copyOf(names);
        }
    }

    /**
     * {@return the columns of a table, from 0}
     *
     * @throws backstep.network.InvalidNetwork where it has none of them, or none for the inputs besides
     */
    default List<Integer> columns(Csv table) {
        int most = table.names().size() - 1;
        int count = switch (this) {
            case Last(int last) -> last;
            case Named(List<String> names) -> names.size();
        };
        require(
                count >= 1 && count <= most,
                "data/targets",
                "must be 1 to " + most + " of the " + (most + 1) + " columns, so that one is left for the inputs; was "
                        + count);
        return switch (this) {
            case Last _ -> IntStream.rangeClosed(most + 1 - count, most).boxed().toList();
            case Named(List<String> names) ->
                IntStream.range(0, count).mapToObj(k -> column(table, names, k)).toList();
        };
    }

    private static int column(Csv table, List<String> names, int k) {
        String name = names.get(k);
        int column = table.names().indexOf(name);
        require(
                column >= 0,
                "data/targets/" + k,
                "must be " + Claims.oneOf(table.names()) + ", was " + Claims.quoted(name));
        require(names.indexOf(name) == k, "data/targets/" + k, "stands twice: " + Claims.quoted(name));
        return column;
    }
}
