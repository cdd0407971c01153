package dev.parlance.fault.network;

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
    private static final CutTrigger NEVER = (_, _) -> false;
    private static final int BACKLOG = 200;

    private final ServerSocket serverSocket;
    private final int targetPort;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acceptedConnections = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger cutsLeft = new AtomicInteger();
    private final AtomicInteger delayedReads = new AtomicInteger();
    private final AtomicLong droppedBytes = new AtomicLong();
    private volatile NetworkFault fault = new NetworkFault.None();
    private volatile Supplier<CutTrigger> triggers = () -> NEVER;

    private ChaosProxy(ServerSocket front, int target) {
        this.serverSocket = front;
        this.targetPort = target;
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
        return serverSocket.getLocalPort();
    }

    /// From now on, for the connections that there are and for all to come.
    public void apply(NetworkFault next) {
        fault = next;
        switch (next) {
            case NetworkFault.HalfOpen() -> connections.forEach(ProxiedConnection::dropAllBytes);
            case NetworkFault.Down() -> resetAll();
            case NetworkFault.None _, NetworkFault.Slow _, NetworkFault.BlackHole _ -> {}
        }
    }

    public void clear() {
        apply(new NetworkFault.None());
    }

    /// Cuts every connection that there is now; new ones are taken.
    public void resetAll() {
        for (ProxiedConnection wire : connections) {
            wire.reset();
            resets.incrementAndGet();
        }
    }

    /// Cuts so many of the connections to come, each when its trigger says so. Connections that exist are cut now,
    /// because nobody knows what was said on them before.
    public void cutWhen(Supplier<CutTrigger> moment, int times) {
        triggers = moment;
        cutsLeft.set(times);
        resetAll();
    }

    /// Connections taken so far.
    public int acceptedConnections() {
        return acceptedConnections.get();
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
    public int delayedReads() {
        return delayedReads.get();
    }

    /// Bytes that were taken and never handed on.
    public long droppedBytes() {
        return droppedBytes.get();
    }

    @Override
    public void close() {
        try {
            serverSocket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(ProxiedConnection::reset);
    }

    NetworkFault fault() {
        return fault;
    }

    void countDelayed() {
        delayedReads.incrementAndGet();
    }

    void countDropped(int bytes) {
        droppedBytes.addAndGet(bytes);
    }

    void countCut() {
        cuts.incrementAndGet();
    }

    boolean claimCut() {
        return cutsLeft.getAndDecrement() > 0;
    }

    void remove(ProxiedConnection wire) {
        connections.remove(wire);
    }

    private void accept() {
        while (!serverSocket.isClosed()) {
            try {
                Socket client = serverSocket.accept();
                acceptedConnections.incrementAndGet();
                connect(client);
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (fault instanceof NetworkFault.Down) {
            client.close();
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var wire = new ProxiedConnection(this, client, server, triggers.get());
            connections.add(wire);
            if (fault instanceof NetworkFault.HalfOpen) {
                wire.dropAllBytes();
            }
            wire.open();
        } catch (IOException e) {
            client.close(); // the target is away: as if it had closed the connection itself
        }
    }
}
