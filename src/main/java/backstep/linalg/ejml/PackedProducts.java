package backstep.linalg.ejml;

import backstep.linalg.Idle;
import java.util.function.Supplier;

/**
 * Products that work in room of their own, for one thread each: narrow and wide ones by copies of the code, so that either is compiled
 * for rows like its own.
 */
final class PackedProducts<O extends Layout> implements Product<O> {

    /** From how many numbers in a row on the JIT compiler takes the widest vectors; it unrolls a loop by at most a tenth of its length. */
    private static final int WIDE = 96;

    private final Idle<Product<O>> narrow;
    private final Idle<Product<O>> wide;

    PackedProducts(Supplier<Product<O>> narrow, Supplier<Product<O>> wide) {
        this.narrow = new Idle<>(narrow);
        this.wide = new Idle<>(wide);
    }

    @Override
    public void multiply(O a, O b, O c) {
        Idle<Product<O>> idle = Math.max(c.rows, c.columns) < WIDE ? narrow : wide;
        Product<O> product = idle.take();
        product.multiply(a, b, c);
        idle.giveBack(product);
    }
}
