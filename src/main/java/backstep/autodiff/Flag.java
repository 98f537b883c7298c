package backstep.autodiff;

/**
 * Why a line of a trace needs a word: it left the domain, it overflowed, or it used a convention at a corner.
 *
 * @param reason one sentence with the operand that caused it
 */
public record Flag(Kind kind, String reason) {

    /** What happened. */
    public enum Kind {
        /** The operation is not defined at its operand. */
        DOMAIN,
        /** The result is larger than a double can hold. */
        OVERFLOW,
        /** The operation has a corner or a vertical tangent at its operand. */
        NOT_DIFFERENTIABLE
    }
}
