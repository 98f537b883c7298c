package backstep.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
            strings = {"", "v", "v.", "v3", "v.x.3", "vbar.x1.3", "vdot.3", "w.1", "v.1.2", "v.12345678901", "v.1 "})
    void whatSpellsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text));
    }
}
