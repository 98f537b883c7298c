package backstep.story;

/**
 * How numbers and symbols are written. It changes what is shown, never what is computed.
 *
 * @param decimals 2 to 6; whole numbers stay whole
 * @param adjoint how ∂y/∂vᵢ is written
 * @param marks whether LaTeX carries the address and the colour of each symbol and number, as KaTeX's {@code \htmlData} and
 *     {@code \htmlClass}
 */
public record Notation(int decimals, DecimalMark decimalMark, AdjointSymbol adjoint, boolean marks) {

    /** Three decimals, a decimal point, v̄, and plain LaTeX. */
    public static final Notation STANDARD = new Notation(3, DecimalMark.POINT, AdjointSymbol.BAR, false);

    /** @throws IllegalArgumentException where {@code decimals} is out of range */
    public Notation {
        if (decimals < 2 || decimals > 6) {
            throw new IllegalArgumentException("decimals must be 2 to 6, was " + decimals);
        }
    }

    /** What stands before the decimals. */
    public enum DecimalMark {
        /** 0.284. */
        POINT,
        /** 0,284. */
        COMMA
    }

    /** How the adjoint of vᵢ is written. */
    public enum AdjointSymbol {
        /** v̄ᵢ. */
        BAR,
        /** ∂y/∂vᵢ. */
        PARTIAL
    }
}
