package backstep.story.network;

import static backstep.story.network.UpdateTables.CORRECTED_MEAN;
import static backstep.story.network.UpdateTables.CORRECTED_MEAN_SQUARE;

import backstep.story.Address;
import backstep.story.NetworkQuantity.Table;
import java.util.List;

/** A slope over its usual size, a/(√b + ε), in symbols and with numbers. */
record Quotient(String symbols, String numbers, List<Address> reads) {

    /** {@return m̂/(√v̂ + ε)} */
    static Quotient ofMeans(Script script, Piece piece) {
        double eps = Memories.means(script.quantities().update().setting().optimizer())
                .eps();
        return of(script, piece, CORRECTED_MEAN, CORRECTED_MEAN_SQUARE, eps);
    }

    static Quotient of(Script script, Piece piece, Table slope, Table squares, double eps) {
        return new Quotient(
                "\\frac{" + piece.symbol(slope) + "}{\\sqrt{" + piece.symbol(squares) + "} + \\epsilon}",
                "\\frac{" + piece.numbers(slope) + "}{\\sqrt{" + piece.numbers(squares) + "} + "
                        + script.formulas().constant(eps) + "}",
                Reads.all(piece.reads(slope), piece.reads(squares)));
    }
}
