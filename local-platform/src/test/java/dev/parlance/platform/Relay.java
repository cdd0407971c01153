package dev.parlance.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A plain TCP proxy in front of a port of this machine, for tests.
final class Relay implements AutoCloseable {
    private final ServerSocket front;
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();

    private Relay(ServerSocket front, int target) {
        this.front = front;
        this.target = target;
    }

    static Relay to(int target) throws IOException {
        var relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.startVirtualThread(relay::accept);
        return relay;
    }

    int port() {
        return front.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        front.close();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                var client = front.accept();
                connections.incrementAndGet();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.startVirtualThread(() -> copy(client, server));
                Thread.startVirtualThread(() -> copy(server, client));
            } catch (IOException e) {
                // closed, or the target is away: the client sees its connection end
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // either side has gone, and both are closed now
        }
    }
}
