package dev.parlance.benchmark.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.platform.client.SseEvent;
import dev.parlance.platform.client.SseParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Parses the bytes of one live stream: the head of the response, then server-sent events.
final class LiveStreamParser {
    private static final String TURN_ID_FIELD = "\"turnId\":\"";
    private static final int UUID_LENGTH = 36;

    private final LiveLatencies latencies;
    private final SseParser events = new SseParser();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean inHeaders = true;
    private boolean refused;
    private int gaps;
    private int resets;

    LiveStreamParser(LiveLatencies latencies) {
        this.latencies = latencies;
    }

    /// The id to resume after; null before the first.
    String lastId() {
        return events.lastId();
    }

    /// Whether this connection has delivered its position.
    boolean isOpen() {
        return events.hasBegun();
    }

    /// Whether the response of this connection had another status than 200.
    boolean isRefused() {
        return refused;
    }

    /// Events whose id does not follow that of the event before.
    int gaps() {
        return gaps;
    }

    int resets() {
        return resets;
    }

    /// Starts over for the next connection; an incomplete event is sent again there.
    void connectionLost() {
        line.reset();
        inHeaders = true;
        refused = false;
        events.connectionLost();
    }

    void parse(ByteBuffer bytes, long readNanos) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                parseLine(line.toString(UTF_8), readNanos);
                line.reset();
            } else if (next != '\r') {
                line.write(next);
            }
        }
    }

    private void parseLine(String text, long readNanos) {
        if (inHeaders) {
            refused |= text.startsWith("HTTP/") && !text.contains(" 200 ");
            inHeaders = !text.isEmpty();
        } else {
            events.parseLine(text).ifPresent(event -> record(event, readNanos));
        }
    }

    private void record(SseEvent event, long readNanos) {
        if (event.type().equals("reset")) {
            resets++;
        } else if (event.id() != null) {
            gaps += follows(event) ? 0 : 1;
            int start = event.data().indexOf(TURN_ID_FIELD) + TURN_ID_FIELD.length();
            if (start >= TURN_ID_FIELD.length()) {
                latencies.recordEvent(event.type(), event.data().substring(start, start + UUID_LENGTH), readNanos);
            }
        }
    }

    private static boolean follows(SseEvent event) {
        return event.previousId() == null || Long.parseLong(event.id()) == Long.parseLong(event.previousId()) + 1;
    }
}
