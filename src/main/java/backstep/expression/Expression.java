package backstep.expression;

import java.util.List;

/** The syntax tree of a scalar expression. Trees are immutable; equal trees are written the same way. */
public sealed interface Expression {

    /**
     * A number, which is never rounded: it stands in every formula as it was written.
     *
     * @param value the number that {@code text} denotes; not negative
     * @param text the number as it was written, such as {@code 2}, {@code .5} or {@code 1e-3}
     */
    record Literal(double value, String text) implements Expression {

        /** {@return the literal that denotes {@code value}, written in Java's shortest form} */
        public static Literal of(double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return new Literal(value, whole ? Long.toString((long) value) : Double.toString(value));
        }
    }

    /** One of the numbers that have a name of their own: π or e. */
    record Named(Constant constant) implements Expression {}

    /** An input of the program. */
    record Variable(String name) implements Expression {}

    /** The value of an earlier definition of the same program, used by its name. */
    record Reference(String name) implements Expression {}

    /** −operand. */
    record Negation(Expression operand) implements Expression {}

    /** left operator right. */
    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /**
     * function(arguments).
     *
     * @param arguments as many as the function takes
     */
    record Call(Function function, List<Expression> arguments) implements Expression {

        /** @throws IllegalArgumentException where the function takes another number of arguments */
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.arity()) {
                throw new IllegalArgumentException(function.spelling() + " takes " + function.arity()
                        + " arguments, was given " + arguments.size());
            }
        }
    }
}
