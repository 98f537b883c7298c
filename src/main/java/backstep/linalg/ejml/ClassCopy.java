package backstep.linalg.ejml;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A copy of a class, which the JIT compiler of Java compiles by itself. How wide the vector instructions are that it makes of a loop
 * depends on how long it has seen the loop run: code that computes short rows and long ones would be that of the short ones for ever.
 */
final class ClassCopy {

    private ClassCopy() {}

    /**
     * {@return makes objects of a copy that is made now}
     *
     * @param original a class of this package that has a constructor without arguments
     * @param <T> an interface of it; the copy is no subclass
     */
    static <T> Supplier<T> of(Class<? extends T> original) {
        try (InputStream code = original.getResourceAsStream(original.getSimpleName() + ".class")) {
            byte[] bytes = Objects.requireNonNull(code, "its code is not there").readAllBytes();
            MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClass(bytes, true);
            MethodHandle maker = copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class));
            return () -> make(maker);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("no copy of " + original.getName() + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T make(MethodHandle maker) {
        try {
            return (T) maker.invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("a copy of a class cannot be used: " + e.getMessage(), e);
        }
    }
}
