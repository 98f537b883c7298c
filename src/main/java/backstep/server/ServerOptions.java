package backstep.server;

/**
 * How a server is to run.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1}
 * @param port 0 for any free one
 * @param web where the pages come from
 */
public record ServerOptions(String host, int port, WebSource web) {

    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    /** @throws IllegalArgumentException where the port is none */
    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: must be 0 to 65535, was " + port);
        }
    }

    /** {@return the packed pages on any free port of this machine} */
    public static ServerOptions onAnyPort() {
        return new ServerOptions(LOOPBACK, 0, new WebSource.Packed());
    }
}
