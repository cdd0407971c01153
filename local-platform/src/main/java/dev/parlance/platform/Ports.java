package dev.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ports of this machine. All is asked of 127.0.0.1, where all parts listen.
public final class Ports {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /// A port that nobody listens on now and that was not given out before; somebody else may take it before it is
    /// used.
    public static int free() {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (GIVEN.add(socket.getLocalPort())) return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Refuses a port that somebody listens on, in a sentence that names the flag to change it.
    public static void requireFree(int port, String flag) {
        if (isFree(port)) return;
        var owner = PortOwner.of(port).map(" (by process %d)"::formatted).orElse("");
        throw new PlatformFailure("Port %d is in use%s: stop that program or choose another port with %s N."
                .formatted(port, owner, flag));
    }

    static int chosen(int port) {
        return port == 0 ? free() : port;
    }

    /// Whether somebody accepts connections there.
    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT_TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a program that has just ended do not count
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
