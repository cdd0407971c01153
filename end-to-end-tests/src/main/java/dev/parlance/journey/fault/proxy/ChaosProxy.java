package dev.parlance.journey.fault.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Stands in front of a port of this machine. It counts what it does, so that a test can show that its fault was real.
public final class ChaosProxy implements AutoCloseable {
    private static final Trigger NEVER = (_, _) -> false;
    private static final int BACKLOG = 200;

    private final ServerSocket front;
    private final int target;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger cutsLeft = new AtomicInteger();
    private final AtomicInteger delayed = new AtomicInteger();
    private final AtomicLong swallowed = new AtomicLong();
    private volatile Weather weather = new Weather.Clear();
    private volatile Supplier<Trigger> triggers = () -> NEVER;

    private ChaosProxy(ServerSocket front, int target) {
        this.front = front;
        this.target = target;
    }

    /// On a free port, in front of this one, which need not answer yet.
    public static ChaosProxy to(int target) {
        try {
            var proxy = new ChaosProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), target);
            Thread.ofPlatform().daemon().name("proxy-to-" + target).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return front.getLocalPort();
    }

    /// From now on, for the connections that there are and for all to come.
    public void set(Weather next) {
        weather = next;
        switch (next) {
            case Weather.HalfOpen() -> wires.forEach(Wire::goDeaf);
            case Weather.Gone() -> resetAll();
            case Weather.Clear _, Weather.Slow _, Weather.BlackHole _ -> {}
        }
    }

    public void clear() {
        set(new Weather.Clear());
    }

    /// Cuts every connection that there is now; new ones are taken.
    public void resetAll() {
        for (Wire wire : wires) {
            wire.reset();
            resets.incrementAndGet();
        }
    }

    /// Cuts so many of the connections to come, each when its trigger says so. Connections that exist are cut now,
    /// because nobody knows what was said on them before.
    public void cutWhen(Supplier<Trigger> moment, int times) {
        triggers = moment;
        cutsLeft.set(times);
        resetAll();
    }

    /// Connections taken so far.
    public int taken() {
        return taken.get();
    }

    /// Connections cut at once, whatever was on them.
    public int resets() {
        return resets.get();
    }

    /// Connections cut by their trigger, with the answer in hand.
    public int cuts() {
        return cuts.get();
    }

    /// Reads that were held back for a while.
    public int delayed() {
        return delayed.get();
    }

    /// Bytes that were taken and never handed on.
    public long swallowed() {
        return swallowed.get();
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wires.forEach(Wire::reset);
    }

    Weather weather() {
        return weather;
    }

    void countDelayed() {
        delayed.incrementAndGet();
    }

    void countSwallowed(int bytes) {
        swallowed.addAndGet(bytes);
    }

    void countCut() {
        cuts.incrementAndGet();
    }

    boolean takesCut() {
        return cutsLeft.getAndDecrement() > 0;
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                taken.incrementAndGet();
                connect(client);
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (weather instanceof Weather.Gone) {
            client.close();
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var wire = new Wire(this, client, server, triggers.get());
            wires.add(wire);
            if (weather instanceof Weather.HalfOpen) {
                wire.goDeaf();
            }
            wire.open();
        } catch (IOException e) {
            client.close(); // the target is away: as if it had closed the connection itself
        }
    }
}
