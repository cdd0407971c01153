package dev.parlance.journey.fault.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/// One connection through a proxy: two pumps, one for each direction.
final class Wire {
    private static final int BUFFER = 16 * 1024;
    private static final long LOOK_MILLIS = 20;

    private final ChaosProxy proxy;
    private final Socket client;
    private final Socket server;
    private final Trigger trigger;
    private volatile boolean deaf;
    private volatile boolean cutting;

    Wire(ChaosProxy proxy, Socket client, Socket server, Trigger trigger) {
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
    void goDeaf() {
        deaf = true;
    }

    /// As a machine that has lost its memory would: both sides are told at once that there is no such connection.
    void reset() {
        reset(client);
        reset(server);
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                weather(count);
                if (deaf) {
                    proxy.countSwallowed(count);
                    continue;
                }
                if (!upwards && cutting) {
                    proxy.countCut();
                    reset();
                    return;
                }
                cutting |= upwards && trigger.seesItsMomentIn(buffer, count) && proxy.takesCut();
                out.write(buffer, 0, count);
                out.flush();
            }
            while (deaf && !(proxy.weather() instanceof Weather.Clear)) {
                Thread.sleep(LOOK_MILLIS); // the end of one side is not heard by the other either
            }
        } catch (IOException | InterruptedException e) {
            // either side has gone
        } finally {
            close(from);
            close(to);
            proxy.forget(this);
        }
    }

    private void weather(int count) throws InterruptedException {
        if (proxy.weather() instanceof Weather.Slow(Duration roundTrip, int bytesPerSecond)) {
            proxy.countDelayed();
            Thread.sleep(roundTrip.dividedBy(2).plusMillis(count * 1000L / bytesPerSecond));
        }
        boolean held = false;
        while (proxy.weather() instanceof Weather.BlackHole && !client.isClosed()) {
            if (!held) {
                held = true;
                proxy.countDelayed();
            }
            Thread.sleep(LOOK_MILLIS);
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
