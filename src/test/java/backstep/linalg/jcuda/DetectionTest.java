package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DetectionTest {

    @Test
    void itIsLookedForOnce() {
        assertSame(Gpu.detect(), Gpu.detect());
    }

    @Test
    void theEnvironmentCanSwitchItOff() {
        assertEquals(
                new Detection.Absent("switched off by BACKSTEP_GPU=off"), Gpu.detect(Map.of("BACKSTEP_GPU", "off")));
    }

    @Test
    void aMachineWithoutADriverIsToldSo() {
        assertEquals(
                Optional.of("no NVIDIA driver on this machine"), DriverProbe.whyNot("libnothing-of-the-kind.so.1"));
    }

    @Test
    void aLibraryThatIsNoDriverIsNoReasonToFail() {
        String library = System.getProperty("os.name").startsWith("Windows") ? "kernel32.dll" : "libc.so.6";
        String reason = DriverProbe.whyNot(library).orElseThrow();
        assertTrue(reason.startsWith("NVIDIA's driver cannot be called") || reason.startsWith("no NVIDIA"), reason);
    }

    /** A class of JCuda's that is only looked at may load libraries, and that takes longer than all the rest. */
    @Test
    void withoutADriverNothingOfJcudaIsTouched() throws ReflectiveOperationException {
        assumeTrue(DriverProbe.whyNot().isPresent(), "this machine has a driver");
        Recorder loader = new Recorder();
        Object detection =
                loader.loadClass(Gpu.class.getName()).getMethod("detect").invoke(null);
        assertEquals(Detection.Absent.class.getName(), detection.getClass().getName());
        assertTrue(loader.loaded.contains(DriverProbe.class.getName()), "the recorder records");
        assertFalse(
                loader.loaded.stream().anyMatch(name -> name.startsWith("jcuda.")), () -> "loaded: " + loader.loaded);
    }

    /** Defines the classes of this package anew, and notes every class that it is asked for. */
    private static final class Recorder extends ClassLoader {

        private final Set<String> loaded = new TreeSet<>();

        Recorder() {
            super(DetectionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            loaded.add(name);
            if (!name.startsWith(Gpu.class.getPackageName()) || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
