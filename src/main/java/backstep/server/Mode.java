package backstep.server;

/** Which derivative trace follows the primal trace. */
public enum Mode {
    /** The adjoint trace of an output. */
    REVERSE,
    /** The tangent trace of an input. */
    FORWARD
}
