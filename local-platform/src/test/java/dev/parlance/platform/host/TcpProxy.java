package dev.parlance.platform.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A plain TCP proxy in front of a port of this machine, for tests.
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket front;
    private final int target;
    private final AtomicInteger connections = new AtomicInteger();

    private TcpProxy(ServerSocket front, int target) {
        this.front = front;
        this.target = target;
    }

    public static TcpProxy start(int target) throws IOException {
        var relay = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.startVirtualThread(relay::accept);
        return relay;
    }

    public int port() {
        return front.getLocalPort();
    }

    public int connections() {
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
                // closed, or the target is unreachable: the client sees the end of its connection
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side is closed, and both are closed now
        }
    }
}
