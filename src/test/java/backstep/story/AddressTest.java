package backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"v.3", "v.-1", "vbar.0", "vdot.x1.3", "vdot.theta_0.-12"})
    void whatIsSpelledIsRead(String text) {
        assertEquals(text, Address.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.1.0@1",
                "z.2.12@300",
                "delta.3.1@2",
                "z.2@1",
                "a.1@1",
                "delta.2@7",
                "y.1@4",
                "y@4",
                "loss@2",
                "loss@2~1",
                "J",
                "J~1",
                "Theta.1.2.0",
                "Theta.1.2",
                "Theta.1",
                "Theta.1.2.0~1",
                "Theta.1.2~120",
                "Theta.1~1",
                "Delta.1.2.0@3",
                "Delta.1.2@3",
                "Delta.1@3",
                "Delta.1.2.0",
                "Delta.1",
                "D.1.2.0",
                "D.1.2",
                "D.2",
                "norm",
                "clip",
                "trustRatio.2",
                "thetaNorm.1",
                "uNorm.1",
                "slope.1.2.0",
                "b.1.2.0",
                "b.1~1",
                "s.1.2~1",
                "m.1.2.0~1",
                "v.1.2.0",
                "v.1~1",
                "mHat.1.2.0",
                "vHat.1",
                "u.1.2.0"
            })
    void whatIsSpelledOfANetworkIsRead(String text) {
        assertEquals(text, Address.parse(text).toString());
    }

    @Test
    void aNetworkHasItsQuantitiesByName() {
        assertEquals(new NetworkAddress.Unit(NetworkQuantity.Vector.DELTA, 2, 1, 3), Address.parse("delta.2.1@3"));
        assertEquals(
                new NetworkAddress.Entry(NetworkQuantity.Table.Sum.after(3), 1, 2, 0), Address.parse("Delta.1.2.0@3"));
        assertEquals(new NetworkAddress.Loss(2, 1), Address.parse("loss@2~1"));
    }

    /** v₁ of a Wengert list has the same spelling as the matrix v⁽¹⁾ of an optimizer. */
    @Test
    void inANetworkAMatrixComesBeforeAWengertList() {
        assertEquals(new Address.Value(1), Address.parse("v.1"));
        assertEquals(
                new NetworkAddress.Whole(
                        new NetworkQuantity.Table.Remembered(NetworkQuantity.Memory.MEAN_SQUARE, 0), 1),
                NetworkAddress.parse("v.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.2.1",
                "z.0.1@1",
                "z.2.1@0",
                "a.2.01@1",
                "y.0@1",
                "loss",
                "J@1",
                "Theta.1.0.1",
                "Theta.1.2.0@3",
                "Delta.1.2.0~1",
                "D.1.2.0@1",
                "D",
                "Theta.1.2.3.4",
                "c.2.1@1",
                "u.1.2.0~1",
                "norm.1",
                "trustRatio",
                "trustRatio.1.1",
                "delta.2.1@1~1"
            })
    void whatANetworkDoesNotHaveIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v", "v.", "v3", "v.x.3", "vbar.x1.3", "vdot.3", "w.1", "v.1.2.3.4", "v.12345678901", "v.1 "
            })
    void whatSpellsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
    }
}
