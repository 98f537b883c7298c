package backstep.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListeningTest {

    @Test
    void portZeroIsAnyFreePort() {
        try (Server one = Server.start(ServerOptions.onAnyPort());
                Server other = Server.start(ServerOptions.onAnyPort())) {
            assertNotEquals(one.url().getPort(), other.url().getPort());
        }
    }

    @Test
    void takenPortIsSaidWithTheWayOut() {
        try (Server server = Server.start(ServerOptions.onAnyPort())) {
            int port = server.url().getPort();
            var taken = new ServerOptions("127.0.0.1", port, new WebSource.Packed());
            CannotListen error = assertThrows(CannotListen.class, () -> Server.start(taken));
            assertEquals(
                    "Port " + port
                            + " is taken: stop what listens there, or choose another one with --port (0 takes any"
                            + " free one).",
                    error.getMessage());
        }
    }

    @Test
    void addressOfAnotherMachineIsSaidWithTheWayOut() {
        var elsewhere = new ServerOptions("192.0.2.1", 0, new WebSource.Packed());
        String message =
                assertThrows(CannotListen.class, () -> Server.start(elsewhere)).getMessage();
        assertTrue(message.startsWith("Cannot listen on 192.0.2.1 ("), message);
        assertTrue(message.endsWith("): choose an address of this machine with --host."), message);
    }

    @Test
    void nameThatNobodyHasIsSaidWithTheWayOut() {
        var nowhere = new ServerOptions("nowhere.invalid", 0, new WebSource.Packed());
        assertEquals(
                "Cannot listen on nowhere.invalid (no such name): choose an address of this machine with --host.",
                assertThrows(CannotListen.class, () -> Server.start(nowhere)).getMessage());
    }

    /** The port is free as soon as the thread that waited for visitors has noticed, which may be a moment later. */
    @Test
    void closedServerGivesItsPortBack() {
        Server server = Server.start(ServerOptions.onAnyPort());
        int port = server.url().getPort();
        server.close();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!canListenOn(port)) {
                Thread.onSpinWait();
            }
        });
    }

    private static boolean canListenOn(int port) {
        try (Server next = Server.start(new ServerOptions("127.0.0.1", port, new WebSource.Packed()))) {
            return next.url().getPort() == port;
        } catch (CannotListen stillTaken) {
            return false;
        }
    }

    @Test
    void otherMachinesDoNotReachItUnlessAsked() throws IOException {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        try (Server server = Server.start(ServerOptions.onAnyPort())) {
            int port = server.url().getPort();
            outside.ifPresent(address -> assertThrows(ConnectException.class, () -> new Socket(address, port)));
        }
    }

    @Test
    void everyAddressIsShownAsOneThatOpens() {
        try (Server server = Server.start(new ServerOptions("0.0.0.0", 0, new WebSource.Packed()))) {
            assertEquals("localhost", server.url().getHost());
        }
    }

    @Test
    void impossiblePortIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new ServerOptions("127.0.0.1", 65_536, new WebSource.Packed()));
    }
}
