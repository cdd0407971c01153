package dev.parlance.kit.pipeline;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// The port that a service listens on. Shut, it takes no new connection, so that clients are refused at once and find
/// another instance; requests on the connections that there are go on and get their answers.
final class Door {
    private static final long LOOK_MILLIS = 20;

    private final AtomicInteger inside = new AtomicInteger();
    private volatile Channel port;
    private volatile boolean shut;
    private volatile long lastMove = System.nanoTime();

    /// A request has come. Vert.x does not tell its port to anybody; every connection knows where it was taken.
    void enter(HttpConnection from) {
        inside.incrementAndGet();
        lastMove = System.nanoTime();
        if (port == null && from instanceof ConnectionBase connection) {
            port = connection.channel().parent();
            if (shut) {
                shut();
            }
        }
    }

    /// It has been answered, or its client has gone.
    void leave() {
        inside.decrementAndGet();
        lastMove = System.nanoTime();
    }

    void shut() {
        shut = true;
        Channel listening = port;
        if (listening != null) {
            var _ = listening.close();
        }
    }

    /// Waits until no request is at work and for a while none has come, for those that were on their way when the door
    /// shut.
    void awaitSilence(Duration silence, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while ((inside.get() > 0 || System.nanoTime() - lastMove < silence.toNanos()) && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
