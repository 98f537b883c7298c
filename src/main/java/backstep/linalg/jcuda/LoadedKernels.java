package backstep.linalg.jcuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** The kernels that were loaded, by name, and the memory in which their arguments are handed over. */
final class LoadedKernels {

    private static final int MOST_ARGUMENTS = 32;

    private final Set<String> texts = new HashSet<>();
    private final List<CUmodule> modules = new ArrayList<>();
    private final Map<String, CUfunction> functions = new HashMap<>();
    /** A word for each argument, of which smaller ones take the lower bytes. The driver copies them while it launches. */
    private final ByteBuffer words =
            ByteBuffer.allocateDirect(Long.BYTES * MOST_ARGUMENTS).order(ByteOrder.LITTLE_ENDIAN);

    private final Pointer parameters = Pointer.to(IntStream.range(0, MOST_ARGUMENTS)
            .mapToObj(at -> Pointer.to(words).withByteOffset((long) Long.BYTES * at))
            .toArray(Pointer[]::new));

    /** Compiles a text, unless it is there already. */
    void load(String ptx) {
        if (texts.contains(ptx)) {
            return;
        }
        CUmodule module = new CUmodule();
        byte[] text = (ptx + '\0').getBytes(StandardCharsets.US_ASCII);
        JcudaDriver.check(JCudaDriver.cuModuleLoadData(module, text), "compiling the kernels");
        modules.add(module);
        texts.add(ptx);
    }

    /** Launches a kernel in the current context. */
    void launch(String kernel, Geometry geometry, Arguments arguments) {
        if (arguments.count() > MOST_ARGUMENTS) {
            throw new IllegalArgumentException(
                    kernel + ": at most " + MOST_ARGUMENTS + " arguments, were " + arguments.count());
        }
        for (int at = 0; at < arguments.count(); at++) {
            words.putLong(Long.BYTES * at, arguments.word(at));
        }
        int status = JCudaDriver.cuLaunchKernel(
                functions.computeIfAbsent(kernel, this::find),
                geometry.gridX(),
                geometry.gridY(),
                geometry.gridZ(),
                geometry.blockX(),
                geometry.blockY(),
                1,
                0,
                null,
                parameters,
                null);
        if (status != CUresult.CUDA_SUCCESS) {
            JcudaDriver.check(status, "launching " + kernel);
        }
    }

    private CUfunction find(String kernel) {
        for (CUmodule module : modules) {
            CUfunction function = new CUfunction();
            int status = JCudaDriver.cuModuleGetFunction(function, module, kernel);
            if (status == CUresult.CUDA_SUCCESS) {
                return function;
            }
            if (status != CUresult.CUDA_ERROR_NOT_FOUND) {
                JcudaDriver.check(status, "looking for the kernel " + kernel);
            }
        }
        throw new IllegalArgumentException("the device has no kernel " + kernel);
    }

    /** Forgets them all. */
    void close() {
        for (CUmodule module : modules) {
            JcudaDriver.check(JCudaDriver.cuModuleUnload(module), "unloading the kernels");
        }
        modules.clear();
        texts.clear();
        functions.clear();
    }
}
