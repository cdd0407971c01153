package dev.parlance.conversation.stream.sse;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveConfig;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// The open streams of this instance: limits their number, sends heartbeats, closes streams that are read too slowly
/// and ends all when the service stops, because open requests would delay the stop.
@ApplicationScoped
public class SseStreams {
    private static final Logger LOG = Logger.getLogger(SseStreams.class);
    private static final long CHECK_INTERVAL_MILLIS = 1_000;

    private final LiveEventDispatcher dispatcher;
    private final LiveConfig config;
    private final Vertx vertx;
    private final Counter slowClients;
    private final Map<SseStream, Runnable> open = new ConcurrentHashMap<>();
    private final Map<Learner, Integer> openByLearner = new ConcurrentHashMap<>();
    private final AtomicInteger opening = new AtomicInteger();
    private volatile boolean stopping;

    SseStreams(LiveEventDispatcher dispatcher, LiveConfig config, Vertx vertx, MeterRegistry registry) {
        this.dispatcher = dispatcher;
        this.config = config;
        this.vertx = vertx;
        this.slowClients = registry.counter("parlance.live.slow_clients");
        registry.gauge("parlance.live.streams", open, Map::size);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(CHECK_INTERVAL_MILLIS, _ -> checkStreams());
    }

    void endAll(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
    }

    /// Begins to open a stream; [#endOpening] must follow.
    ///
    /// @throws Overloaded if no further stream may be opened
    public void beginOpening() {
        if (stopping) {
            throw new Overloaded(
                    "The service is stopping; another instance, or this one in a moment, takes the stream");
        }
        if (opening.incrementAndGet() + open.size() > config.maxStreams()) {
            opening.decrementAndGet();
            throw new Overloaded("The service keeps as many streams open as it may");
        }
    }

    /// The stream has been added, or was refused.
    public void endOpening() {
        opening.decrementAndGet();
    }

    /// @throws TooManyStreams if the learner has as many open streams as one may
    public void requireCapacityOf(Learner learner) {
        if (openByLearner.getOrDefault(learner, 0) >= config.maxStreamsPerLearner()) {
            throw new TooManyStreams(config.maxStreamsPerLearner());
        }
    }

    /// @param closeConnection ends the response, whatever is still unread
    public void add(SseStream stream, Runnable closeConnection) {
        open.put(stream, closeConnection);
        openByLearner.merge(stream.learner(), 1, Integer::sum);
        dispatcher.add(stream);
        if (stopping) {
            stream.end();
        }
    }

    /// The client has closed the stream, or it was ended.
    public void remove(SseStream stream) {
        if (open.remove(stream) != null) {
            openByLearner.computeIfPresent(stream.learner(), (_, streams) -> streams == 1 ? null : streams - 1);
        }
        dispatcher.remove(stream);
    }

    private void checkStreams() {
        open.forEach((stream, closeConnection) -> {
            if (!stream.keepAlive(config.heartbeatInterval(), config.slowClientTimeout())) {
                remove(stream);
                slowClients.increment();
                LOG.infof("event=slow-stream-closed position=%d", stream.position());
                stream.endSlowClient(closeConnection);
                vertx.setTimer(config.slowClientTimeout().toMillis(), _ -> closeConnection.run());
            }
        });
    }

    private void endAll() {
        stopping = true;
        open.keySet().forEach(SseStream::end);
    }
}
