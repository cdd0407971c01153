package dev.parlance.conversation.live;

import dev.parlance.kit.problem.Overloaded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The streams whose connections are open here: keeps them within bounds, sends their heartbeats, closes those that are
/// not read, and ends all of them when the service stops, or their requests would hold it up.
@ApplicationScoped
class OpenStreams {
    private static final Logger LOG = Logger.getLogger(OpenStreams.class);
    private static final long LOOK_MILLIS = 1_000;

    private final LiveStreams listeners;
    private final LiveConfig config;
    private final Vertx vertx;
    private final Counter slow;
    private final Map<LiveStream, Runnable> open = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    OpenStreams(LiveStreams listeners, LiveConfig config, Vertx vertx, MeterRegistry registry) {
        this.listeners = listeners;
        this.config = config;
        this.vertx = vertx;
        this.slow = registry.counter("parlance.live.slow");
        registry.gauge("parlance.live.streams", open, Map::size);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> look());
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        leave();
    }

    void stop(@Observes ShutdownEvent event) {
        leave();
    }

    /// @throws Overloaded if there is no room for another one
    void requireRoom() {
        if (leaving) {
            throw new Overloaded(
                    "The service is stopping; another instance, or this one in a moment, takes the stream");
        }
        if (open.size() >= config.streams()) {
            throw new Overloaded("The service keeps as many streams open as it may");
        }
    }

    /// @param cut ends the answer, whatever of it waits to be read
    void add(LiveStream stream, Runnable cut) {
        open.put(stream, cut);
        listeners.add(stream);
        if (leaving) {
            stream.end();
        }
    }

    /// Its client has gone, or it was ended.
    void remove(LiveStream stream) {
        open.remove(stream);
        listeners.remove(stream);
    }

    private void look() {
        open.forEach((stream, cut) -> {
            if (!stream.keep(config.heartbeat(), config.patience())) {
                remove(stream);
                slow.increment();
                LOG.infof("event=slow-stream-closed position=%d", stream.position());
                stream.endSlow(cut);
                vertx.setTimer(config.patience().toMillis(), _ -> cut.run());
            }
        });
    }

    private void leave() {
        leaving = true;
        open.keySet().forEach(LiveStream::end);
    }
}
