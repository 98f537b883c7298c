package backstep.server;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a frame brings: a map over the inputs, a curve or a histogram.
 *
 * @param name prediction, curve, unit.2.1 or histogram.2
 * @param from where the first bin of a histogram begins
 * @param to where the last one ends
 * @param values row by row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Picture(
        String name,
        int rows,
        int columns,
        @Nullable Double from,
        @Nullable Double to,

        @JsonIgnore float[] values) {

    Picture {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(name + ": " + rows + "×" + columns + " has " + rows * columns
                    + " numbers, was given " + values.length);
        }
    }

    static Picture of(String name, int rows, int columns, float[] values) {
        return new Picture(name, rows, columns, null, null, values);
    }
}
