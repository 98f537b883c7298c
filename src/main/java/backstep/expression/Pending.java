package backstep.expression;

/** What the parser has begun and waits to finish, until its operands are there. */
sealed interface Pending {

    /** An operator or a sign, which a weaker or equal operator behind its operand completes. */
    sealed interface Operation extends Pending {

        /** {@return whether this takes the operand that stands between it and {@code next}} */
        boolean comesBefore(BinaryOperator next);
    }

    /** left operator … */
    record Infix(BinaryOperator operator) implements Operation {

        @Override
        public boolean comesBefore(BinaryOperator next) {
            boolean same = operator.strength() == next.strength();
            return next.strength().weakerThan(operator.strength()) || same && next != BinaryOperator.POWER;
        }
    }

    /** −… */
    record Sign() implements Operation {

        @Override
        public boolean comesBefore(BinaryOperator next) {
            return next.strength().weakerThan(Strength.SIGN);
        }
    }

    /** Something that a closing parenthesis completes. */
    sealed interface Bracket extends Pending {

        Token open();
    }

    /** (… */
    record Group(Token open) implements Bracket {}

    /**
     * name(….
     *
     * @param before how many operands were ready before the first argument
     */
    record Application(Token name, Token open, Callee callee, int before) implements Bracket {}
}
