package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// An open answer of server-sent events. It takes one page at a time, and the next only when the client has read enough
/// of the last: what waits in memory is bounded, whatever the client does. Written to by its connection's thread alone.
final class LiveStream implements Listener {
    private static final String SLOW = """
            event: slow
            data: {"reason": "What was sent was not read in time; connect again, and nothing is lost"}

            """;

    private final Learner learner;
    private final UUID conversation;
    private final HttpServerResponse response;
    private final Context context;
    private final LiveStreams streams;
    private volatile long position;
    private volatile boolean busy = true;
    private volatile long busySince = System.nanoTime();
    private volatile boolean behind;
    private volatile long lastWrite = System.nanoTime();

    /// @param conversation the only one that it is about, or null: all of the learner's
    /// @param position     what lies behind it is sent
    /// @param context      of the connection
    LiveStream(
            Learner learner,
            UUID conversation,
            long position,
            HttpServerResponse response,
            Context context,
            LiveStreams streams) {
        this.learner = learner;
        this.conversation = conversation;
        this.position = position;
        this.response = response;
        this.context = context;
        this.streams = streams;
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
    public boolean isFree() {
        return !busy;
    }

    @Override
    public void leftBehind() {
        behind = true;
    }

    /// Says who is here and where the stream begins, even before the first event.
    ///
    /// @param isReset whether what the client has seen last is not known any more
    void begin(boolean isReset) {
        String place = "id: " + position + "\n";
        write("retry: 1000\n"
                + (isReset
                        ? place + "event: reset\n"
                                + "data: {\"reason\": \"Events behind the last one that you know are gone; read the"
                                + " state anew\"}\n\n"
                        : place + "\n"));
    }

    @Override
    public void give(List<LiveEvent> events, long upTo) {
        var text = new StringBuilder();
        for (LiveEvent event : events) {
            if (conversation == null || conversation.equals(event.conversation())) {
                text.append(event.text());
            }
        }
        if (text.isEmpty()) {
            position = upTo;
            return;
        }
        busySince = System.nanoTime();
        busy = true; // before the position: whoever sees that sees this, and speaks of no event that is not written
        position = upTo;
        context.runOnContext(_ -> write(text.toString()));
    }

    /// Looked after now and then.
    ///
    /// @return false if the client reads too slowly
    boolean keep(Duration heartbeat, Duration patience) {
        long now = System.nanoTime();
        if (busy) {
            return now - busySince < patience.toNanos();
        }
        if (now - lastWrite >= heartbeat.toNanos()) {
            context.runOnContext(_ -> beat());
        }
        return true;
    }

    /// An id without data: the client's place moves on, and no event is raised.
    private void beat() {
        long here = position;
        if (!busy) {
            write(": heartbeat\nid: " + here + "\n\n");
        }
    }

    /// Tells the client that it was too slow, as soon as it reads on, and ends.
    ///
    /// @param cut what ends the connection, once the client has heard of it
    void endSlow(Runnable cut) {
        context.runOnContext(_ -> {
            if (isOpen()) {
                var _ = response.write(SLOW);
                var _ = response.end().onComplete(_ -> cut.run());
            }
        });
    }

    /// Ends the stream; the client comes back by itself.
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
            response.drainHandler(_ -> free());
        } else {
            free();
        }
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    private void free() {
        busy = false;
        if (behind) {
            behind = false;
            streams.wake(learner);
        }
    }
}
