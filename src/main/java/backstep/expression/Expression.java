package backstep.expression;

import java.util.List;
import java.util.Objects;

/**
 * The syntax tree of a scalar expression. Trees are immutable; equal trees are written the same way.
 *
 * <p>A tree may be thousands of operations deep, as a long sum is: nothing here recurses, and neither should its users
 * (see {@link TreeWalk}).
 */
public sealed interface Expression {

    /** {@return the expressions that this one is made of, from left to right} */
    default List<Expression> operands() {
        return List.of();
    }

    /**
     * A number, which is never rounded: it stands in every formula as it was written.
     *
     * @param value the number that {@code text} denotes; finite and not negative
     * @param text the number as it was written, such as {@code 2}, {@code .5} or {@code 1e-3}
     */
    record Literal(double value, String text) implements Expression {

        /** @throws IllegalArgumentException where {@code text} is not how the grammar writes {@code value} */
        public Literal {
            if (!Names.isNumber(text) || Double.parseDouble(text) != value || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "a literal is a finite number without a sign, was " + value + " written as \"" + text + '"');
            }
        }

        /** {@return the literal that denotes {@code value}, written in Java's shortest form} */
        public static Literal of(double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return new Literal(value, whole ? Long.toString((long) value) : Double.toString(value));
        }
    }

    /** One of the numbers that have a name of their own: π or e. */
    record Named(Constant constant) implements Expression {}

    /** An input of the program. */
    record Variable(String name) implements Expression {

        /** @throws IllegalArgumentException where {@code name} is no identifier, or has a meaning in the grammar */
        public Variable {
            Names.requireFree(name);
        }
    }

    /** The value of an earlier definition of the same program, used by its name. */
    record Reference(String name) implements Expression {

        /** @throws IllegalArgumentException where {@code name} is no identifier, or has a meaning in the grammar */
        public Reference {
            Names.requireFree(name);
        }
    }

    /** −operand. */
    record Negation(Expression operand) implements Expression {

        public Negation {
            Objects.requireNonNull(operand, "operand");
        }

        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Negation that && TreeWalk.equal(this, that);
        }

        @Override
        public int hashCode() {
            return TreeWalk.hash(this);
        }

        @Override
        public String toString() {
            return Printer.of(this);
        }
    }

    /** left operator right. */
    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {

        public Binary {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }

        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binary that && TreeWalk.equal(this, that);
        }

        @Override
        public int hashCode() {
            return TreeWalk.hash(this);
        }

        @Override
        public String toString() {
            return Printer.of(this);
        }
    }

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

        @Override
        public List<Expression> operands() {
            return arguments;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Call that && TreeWalk.equal(this, that);
        }

        @Override
        public int hashCode() {
            return TreeWalk.hash(this);
        }

        @Override
        public String toString() {
            return Printer.of(this);
        }
    }
}
