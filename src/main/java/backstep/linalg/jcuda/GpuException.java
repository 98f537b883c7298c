package backstep.linalg.jcuda;

/** The device, or its driver, could not do what was asked of it. */
public final class GpuException extends RuntimeException {

    /** What the driver says where its memory does not suffice. */
    static final String OUT_OF_MEMORY = "CUDA_ERROR_OUT_OF_MEMORY";

    private static final long serialVersionUID = 1;

    private final String status;

    private GpuException(String status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * {@return an exception that says what was being done, what went wrong and what can be done about it}
     *
     * @param status the name of the status, such as CUDA_ERROR_OUT_OF_MEMORY
     * @param doing such as: allocating 8 bytes
     */
    public static GpuException of(String status, String doing) {
        return new GpuException(status, "GPU: " + doing + ": " + words(status));
    }

    private static String words(String status) {
        return switch (status) {
            case OUT_OF_MEMORY ->
                "its memory does not suffice (" + status
                        + "); take a smaller batch or network, or \"engine\": \"ejml\"";
            case "CUDA_ERROR_NO_DEVICE", "CUDA_ERROR_INVALID_DEVICE" ->
                "there is no device (" + status + "); compute with \"engine\": \"ejml\"";
            case "CUDA_ERROR_INVALID_PTX",
                    "CUDA_ERROR_UNSUPPORTED_PTX_VERSION",
                    "CUDA_ERROR_NO_BINARY_FOR_GPU",
                    "CUDA_ERROR_JIT_COMPILER_NOT_FOUND" ->
                "the driver cannot compile the kernels (" + status
                        + "); update NVIDIA's driver, or compute with \"engine\": \"ejml\"";
            case "CUDA_ERROR_ILLEGAL_ADDRESS",
                    "CUDA_ERROR_LAUNCH_FAILED",
                    "CUDA_ERROR_LAUNCH_TIMEOUT",
                    "CUDA_ERROR_CONTEXT_IS_DESTROYED",
                    "CUDA_ERROR_INVALID_CONTEXT",
                    "CUDA_ERROR_ECC_UNCORRECTABLE",
                    "CUDA_ERROR_HARDWARE_STACK_ERROR",
                    "CUDA_ERROR_DEINITIALIZED" ->
                "the connection to the device is lost (" + status
                        + "); start Backstep again, or compute with \"engine\": \"ejml\"";
            default -> status + "; compute with \"engine\": \"ejml\", or start Backstep again";
        };
    }

    /** {@return the name of the status, such as CUDA_ERROR_OUT_OF_MEMORY} */
    public String status() {
        return status;
    }
}
