package backstep.network;

import backstep.linalg.MatrixEngine;
import backstep.linalg.ejml.EjmlEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/** An engine that gets one operation wrong, for checks that must notice. */
final class MistakenEngine {

    private MistakenEngine() {}

    /**
     * {@return an engine where {@code mistake} runs in place of {@code operation}}
     *
     * @param mistake is given a right engine and the operands
     */
    static MatrixEngine in(String operation, BiConsumer<MatrixEngine, Object[]> mistake) {
        MatrixEngine right = new EjmlEngine();
        return (MatrixEngine) Proxy.newProxyInstance(
                MatrixEngine.class.getClassLoader(), new Class<?>[] {MatrixEngine.class}, (proxy, method, operands) -> {
                    if (method.getName().equals(operation)) {
                        mistake.accept(right, operands);
                        return null;
                    }
                    try {
                        return method.invoke(right, operands);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
