package dev.parlance.conversation.stream.sse;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveEvent;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// An open response of server-sent events. It accepts one page at a time, and the next only when the client has read
/// enough of the last, so that the buffered bytes are bounded whatever the client does. Only the thread of the
/// connection writes to it.
public final class SseStream implements LiveSubscriber {
    private static final String SLOW_EVENT = """
            event: slow
            data: {"reason": "What was sent was not read in time; connect again, and nothing is lost"}

            """;

    private final Learner learner;
    private final UUID conversation;
    private final HttpServerResponse response;
    private final Context context;
    private final LiveEventDispatcher dispatcher;
    private volatile long position;
    private volatile boolean busy = true;
    private volatile long busySince = System.nanoTime();
    private volatile boolean behind;
    private volatile long lastWrite = System.nanoTime();

    /// @param conversation the only one whose events are sent; null for all of the learner's
    /// @param position     events after it are sent
    /// @param context      of the connection
    public SseStream(
            Learner learner,
            UUID conversation,
            long position,
            HttpServerResponse response,
            Context context,
            LiveEventDispatcher dispatcher) {
        this.learner = learner;
        this.conversation = conversation;
        this.position = position;
        this.response = response;
        this.context = context;
        this.dispatcher = dispatcher;
    }

    @Override
    public Learner learner() {
        return learner;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isReady() {
        return !busy;
    }

    @Override
    public void markBehind() {
        behind = true;
    }

    /// Sends the position where the stream begins, before the first event.
    ///
    /// @param isReset whether events after the client's last one may have been deleted
    public void begin(boolean isReset) {
        String id = "id: " + position + "\n";
        write("retry: 1000\n"
                + (isReset
                        ? id + "event: reset\n"
                                + "data: {\"reason\": \"Events behind the last one that you know are gone; read the"
                                + " state anew\"}\n\n"
                        : id + "\n"));
    }

    @Override
    public void deliver(List<LiveEvent> events, long upTo) {
        var text = new StringBuilder();
        for (LiveEvent event : events) {
            if (conversation == null || conversation.equals(event.conversation())) {
                text.append(event.toSse());
            }
        }
        if (text.isEmpty()) {
            position = upTo;
            return;
        }
        busySince = System.nanoTime();
        busy = true; // before the position, so that a heartbeat never sends the position of an unwritten event
        position = upTo;
        context.runOnContext(_ -> write(text.toString()));
    }

    /// Sends a heartbeat if one is due; called regularly.
    ///
    /// @return false if the client reads too slowly
    boolean keepAlive(Duration heartbeatInterval, Duration slowClientTimeout) {
        long now = System.nanoTime();
        if (busy) {
            return now - busySince < slowClientTimeout.toNanos();
        }
        if (now - lastWrite >= heartbeatInterval.toNanos()) {
            context.runOnContext(_ -> writeHeartbeat());
        }
        return true;
    }

    /// An id without data updates the client's last event id without raising an event.
    private void writeHeartbeat() {
        long current = position;
        if (!busy) {
            write(": heartbeat\nid: " + current + "\n\n");
        }
    }

    /// Sends the event `slow` as soon as the client reads on, and ends the stream.
    ///
    /// @param closeConnection called when the event has been written
    void endSlowClient(Runnable closeConnection) {
        context.runOnContext(_ -> {
            if (isOpen()) {
                var _ = response.write(SLOW_EVENT);
                var _ = response.end().onComplete(_ -> closeConnection.run());
            }
        });
    }

    /// Ends the stream; clients reconnect by themselves.
    void end() {
        context.runOnContext(_ -> {
            if (isOpen()) {
                var _ = response.end();
            }
        });
    }

    private void write(String text) {
        if (!isOpen()) {
            return;
        }
        lastWrite = System.nanoTime();
        var _ = response.write(text);
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> markReady());
        } else {
            markReady();
        }
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    private void markReady() {
        busy = false;
        if (behind) {
            behind = false;
            dispatcher.wake(learner);
        }
    }
}
