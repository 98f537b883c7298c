package backstep.linalg.ejml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenBlasTest {

    @ParameterizedTest
    @ValueSource(strings = {"libno-such-library.so", "/no/such/file", "libm.so.6", "libc.so.6"})
    void aLibraryThatIsNotThereOrIsAnotherIsNotUsed(String name) {
        assertTrue(OpenBlas.load(name).isEmpty());
    }
}
