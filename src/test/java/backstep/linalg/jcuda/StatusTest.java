package backstep.linalg.jcuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NVIDIA's functions do not throw: each answers with a status, which is easily passed over. */
class StatusTest {

    private static final Path CLASSES = Path.of("target", "classes", "backstep", "linalg", "jcuda");

    private record Call(String place, Opcode after) {}

    @Test
    void everyStatusIsLookedAt() throws IOException {
        List<Call> calls = calls();
        assertTrue(calls.size() > 20, calls.size() + " calls found");
        List<String> passedOver = calls.stream()
                .filter(call -> call.after == Opcode.POP)
                .map(Call::place)
                .toList();
        assertEquals(List.of(), passedOver);
    }

    private static List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        try (Stream<Path> files = Files.list(CLASSES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassFile.of().parse(file).methods().forEach(method -> addCalls(method, calls));
            }
        }
        return calls;
    }

    private static void addCalls(MethodModel method, List<Call> to) {
        List<Instruction> instructions = method.code().stream()
                .flatMap(code -> code.elementStream())
                .filter(Instruction.class::isInstance)
                .map((CodeElement element) -> (Instruction) element)
                .toList();
        for (int at = 0; at < instructions.size(); at++) {
            if (instructions.get(at) instanceof InvokeInstruction call && hasStatus(call)) {
                String place = method.methodName() + " calls " + call.name();
                to.add(new Call(place, instructions.get(at + 1).opcode()));
            }
        }
    }

    private static boolean hasStatus(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return (owner.equals("jcuda/driver/JCudaDriver") || owner.equals("jcuda/jcublas/JCublas2"))
                && call.type().stringValue().endsWith(")I");
    }
}
