package backstep.linalg.jcuda;

import backstep.linalg.Buffer;

/** What the operations of an engine are launched with. */
interface DeviceOperations {

    /** {@return our kernels for the engine's precision} */
    Kernels kernels();

    /** {@return the buffer, if it is one of this engine's and the engine is not closed} */
    JcudaBuffer own(Buffer buffer);

    /** {@return the matrices as arguments of a kernel} */
    default Arguments arguments(Buffer... buffers) {
        Arguments arguments = new Arguments();
        for (Buffer buffer : buffers) {
            arguments.buffers(own(buffer));
        }
        return arguments;
    }
}
