package backstep.story;

import backstep.autodiff.PrimalTrace;

/**
 * What the steps of one expression are written with.
 *
 * @param output which output is told of, from 0
 */
record Script(int output, Symbols symbols, Numerals numerals, ExpressionFormulas formulas) {

    static Script of(PrimalTrace primal, int output, Notation notation) {
        String name = primal.list().outputs().get(output).name();
        Symbols symbols = new Symbols(primal.list(), notation, name);
        Numerals numerals = new Numerals(notation);
        return new Script(output, symbols, numerals, new ExpressionFormulas(primal, symbols, numerals));
    }
}
