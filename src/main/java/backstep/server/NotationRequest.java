package backstep.server;

import backstep.story.Notation;
import org.jspecify.annotations.Nullable;

/** How a request wants numbers and symbols written; what is left out is written as usual. */
public record NotationRequest(
        @Nullable Integer decimals,
        Notation.@Nullable DecimalMark decimalMark,
        Notation.@Nullable AdjointSymbol adjoint,
        @Nullable Boolean marks) {

    /** {@return the notation that is meant where a request says nothing of it} */
    static Notation orStandard(@Nullable NotationRequest request) {
        return request == null ? Notation.STANDARD : request.notation();
    }

    private Notation notation() {
        Notation standard = Notation.STANDARD;
        int places = decimals == null ? standard.decimals() : decimals;
        if (places < 2 || places > 6) {
            throw new InvalidRequest("/notation/decimals", "/notation/decimals: must be 2 to 6, was " + places);
        }
        return new Notation(
                places,
                decimalMark == null ? standard.decimalMark() : decimalMark,
                adjoint == null ? standard.adjoint() : adjoint,
                marks == null ? standard.marks() : marks);
    }
}
