package dev.parlance.platform.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// TCP ports on 127.0.0.1, where all parts listen.
public final class Ports {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Set<Integer> ISSUED_PORTS = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// A free port that this JVM has not been given before; another program may take it before it is used.
    public static int findFree() {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (ISSUED_PORTS.add(socket.getLocalPort())) return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// @param flag the flag of the command line that sets this port
    /// @throws PlatformFailure if the port is in use
    public static void requireFree(int port, String flag) {
        if (isFree(port)) return;
        var owner = PortOwner.findPid(port).map(" (by process %d)"::formatted).orElse("");
        throw new PlatformFailure("Port %d is in use%s: stop that program or choose another port with %s N."
                .formatted(port, owner, flag));
    }

    public static int resolve(int port) {
        return port == 0 ? findFree() : port;
    }

    /// Whether a program accepts connections on this port.
    public static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT_TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a program could listen on this port.
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // ignores connections in TIME_WAIT
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
