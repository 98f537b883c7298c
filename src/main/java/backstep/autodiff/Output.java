package backstep.autodiff;

/**
 * A result of a Wengert list.
 *
 * @param name such as y
 * @param operand the variable that holds it, or the number that it always is
 */
public record Output(String name, Operand operand) {}
