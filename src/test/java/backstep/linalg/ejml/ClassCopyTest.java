package backstep.linalg.ejml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClassCopyTest {

    private static final Supplier<Product<Operand>> COPY = ClassCopy.of(PackedProduct.class);

    /** {@return some product} */
    static double[] product(Product<Operand> by) {
        Random random = new Random(4);
        double[] c = new double[40 * 30];
        by.multiply(
                new Operand(random.doubles(40 * 50).toArray(), 40, 50),
                new Operand(random.doubles(50 * 30).toArray(), 50, 30),
                new Operand(c, 40, 30));
        return c;
    }

    @Test
    void aCopyDoesTheSameAndIsAnotherClass() {
        assertArrayEquals(product(new PackedProduct()), product(COPY.get()));
        assertNotEquals(PackedProduct.class, COPY.get().getClass());
        assertEquals(COPY.get().getClass(), COPY.get().getClass());
    }

    @Test
    void aClassWithoutSuchAConstructorHasNoCopy() {
        String message = assertThrows(IllegalStateException.class, () -> ClassCopy.of(DotProducts.class))
                .getMessage();
        assertEquals("no copy of backstep.linalg.ejml.DotProducts", message.substring(0, message.indexOf(':')));
    }
}
