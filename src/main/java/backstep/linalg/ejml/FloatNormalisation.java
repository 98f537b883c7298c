package backstep.linalg.ejml;

import backstep.linalg.Buffer;
import backstep.linalg.NormalisationOperands;
import backstep.linalg.NormalisationOperations;
import backstep.linalg.Shapes;

/** Normalises channels of single precision; their sums are added up in double precision. */
interface FloatNormalisation extends NormalisationOperations {

    @Override
    default void moments(Buffer a, Buffer moments) {
        Chunks whole = Chunks.whole();
        Buffer wide = whole.roomForAll(moments);
        Chunks.WIDE.moments(whole.all(a), wide);
        whole.keepAll(wide, moments);
        whole.giveBack();
    }

    @Override
    default void normalise(Buffer a, NormalisationOperands of, Buffer z) {
        Shapes.requireNormalisation("normalise", of, z);
        Shapes.require("normalise", "a", a, z.rows(), z.columns() + 1);
        Chunks chunks = Chunks.of(a);
        while (chunks.next()) {
            Buffer xHat = chunks.roomFor(of.xHat());
            Buffer wide = chunks.roomFor(z);
            Chunks.WIDE.normalise(
                    chunks.rows(a),
                    new NormalisationOperands(chunks.all(of.moments()), of.eps(), xHat, chunks.all(of.theta())),
                    wide);
            chunks.keep(xHat, of.xHat());
            chunks.keep(wide, z);
        }
        chunks.giveBack();
    }

    @Override
    default void sumSlopes(NormalisationOperands of, Buffer delta, Buffer sum) {
        Chunks whole = Chunks.whole();
        Buffer wide = whole.roomForAll(sum);
        Chunks.WIDE.sumSlopes(wide(of, whole), whole.all(delta), wide);
        whole.keepAll(wide, sum);
        whole.giveBack();
    }

    @Override
    default void denormalise(NormalisationOperands of, Buffer delta, Buffer sum, Buffer e) {
        Chunks whole = Chunks.whole();
        Buffer wide = whole.all(e);
        Chunks.WIDE.denormalise(wide(of, whole), whole.all(delta), whole.all(sum), wide);
        whole.keepAll(wide, e);
        whole.giveBack();
    }

    private static NormalisationOperands wide(NormalisationOperands of, Chunks whole) {
        return new NormalisationOperands(
                whole.all(of.moments()), of.eps(), whole.all(of.xHat()), whole.all(of.theta()));
    }

    @Override
    default void blend(Buffer moments, int m, double momentum, Buffer running) {
        Chunks whole = Chunks.whole();
        Buffer wide = whole.all(running);
        Chunks.WIDE.blend(whole.all(moments), m, momentum, wide);
        whole.keepAll(wide, running);
        whole.giveBack();
    }
}
