package backstep.expression;

import java.util.Objects;

/**
 * One output of a program: {@code name = body}.
 *
 * @param name what a later definition calls it by
 */
public record Definition(String name, Expression body) {

    /** @throws IllegalArgumentException where {@code name} is no identifier, or has a meaning in the grammar */
    public Definition {
        Names.requireFree(name);
        Objects.requireNonNull(body, "body");
    }
}
