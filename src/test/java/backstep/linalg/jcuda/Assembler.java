package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;

/** What makes the instructions of a device out of PTX, as its driver does, without a device. */
@FunctionalInterface
interface Assembler {

    /**
     * Assembles a text, which must succeed.
     *
     * @param device such as sm_75
     */
    void assemble(String ptx, String device) throws IOException;

    /** {@return the one that JCuda brings where its native libraries are there, else the one of an installed CUDA, if any} */
    static Optional<Assembler> find() {
        if (NativeLibraries.whyNot().isEmpty()) {
            return Optional.of(Assembler::assembleByJCuda);
        }
        return Tool.isInstalled("ptxas") ? Optional.of(Assembler::assembleByPtxas) : Optional.empty();
    }

    private static void assembleByJCuda(String ptx, String device) throws IOException {
        NativeLibraries.load(() -> JNvPTXCompiler.setExceptionsEnabled(true));
        byte[] text = (ptx + "\0").getBytes(StandardCharsets.US_ASCII);
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        JNvPTXCompiler.nvPTXCompilerCreate(compiler, text.length, text);
        try {
            JNvPTXCompiler.nvPTXCompilerCompile(compiler, 1, new String[] {"--gpu-name=" + device});
        } finally {
            JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
        }
    }

    private static void assembleByPtxas(String ptx, String device) throws IOException {
        Path text = Files.createTempFile("kernels", ".ptx");
        Path assembled = Files.createTempFile("kernels", ".cubin");
        try {
            Files.writeString(text, ptx);
            Tool.run(List.of("ptxas", "-arch=" + device, "-o", assembled.toString(), text.toString()));
            assertTrue(Files.size(assembled) > 0);
        } finally {
            Files.delete(text);
            Files.delete(assembled);
        }
    }
}
