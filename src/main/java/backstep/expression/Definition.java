package backstep.expression;

/**
 * One output of a program: {@code name = body}.
 *
 * @param name what a later definition calls it by
 */
public record Definition(String name, Expression body) {}
