package dev.parlance.fault.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/// One connection through a proxy: two pumps, one for each direction.
final class ProxiedConnection {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final long POLL_INTERVAL_MILLIS = 20;

    private final ChaosProxy proxy;
    private final Socket client;
    private final Socket server;
    private final CutTrigger trigger;
    private volatile boolean dropping;
    private volatile boolean cutting;

    ProxiedConnection(ChaosProxy proxy, Socket client, Socket server, CutTrigger trigger) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        this.trigger = trigger;
    }

    void open() {
        Thread.startVirtualThread(() -> pump(client, server, true));
        Thread.startVirtualThread(() -> pump(server, client, false));
    }

    /// From now on, nothing that is sent arrives.
    void dropAllBytes() {
        dropping = true;
    }

    /// Resets the connection on both sides at once, as a machine does that has restarted.
    void reset() {
        reset(client);
        reset(server);
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                applyFault(count);
                if (dropping) {
                    proxy.countDropped(count);
                    continue;
                }
                if (!upwards && cutting) {
                    proxy.countCut();
                    reset();
                    return;
                }
                cutting |= upwards && trigger.firesOn(buffer, count) && proxy.claimCut();
                out.write(buffer, 0, count);
                out.flush();
            }
            while (dropping && !(proxy.fault() instanceof NetworkFault.None)) {
                Thread.sleep(POLL_INTERVAL_MILLIS); // the end of one side does not reach the other either
            }
        } catch (IOException | InterruptedException e) {
            // either side has gone
        } finally {
            close(from);
            close(to);
            proxy.remove(this);
        }
    }

    private void applyFault(int count) throws InterruptedException {
        if (proxy.fault() instanceof NetworkFault.Slow(Duration roundTrip, int bytesPerSecond)) {
            proxy.countDelayed();
            Thread.sleep(roundTrip.dividedBy(2).plusMillis(count * 1000L / bytesPerSecond));
        }
        boolean held = false;
        while (proxy.fault() instanceof NetworkFault.BlackHole && !client.isClosed()) {
            if (!held) {
                held = true;
                proxy.countDelayed();
            }
            Thread.sleep(POLL_INTERVAL_MILLIS);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // closed already
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }
}
