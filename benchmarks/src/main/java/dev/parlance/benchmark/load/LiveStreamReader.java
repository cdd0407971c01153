package dev.parlance.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// The bytes of one live stream, as they come: an answer's head, then server-sent events.
final class LiveStreamReader {
    private static final String TURN = "\"turnId\":\"";
    private static final int UUID_LENGTH = 36;

    private final LiveTurns turns;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean inHead = true;
    private boolean refused;
    private boolean began;
    private long lastId = -1;
    private long id = -1;
    private String type;
    private String turn;
    private boolean hasData;
    private int gaps;
    private int resets;

    LiveStreamReader(LiveTurns turns) {
        this.turns = turns;
    }

    /// What the next connection resumes behind; -1 before anything was heard.
    long lastId() {
        return lastId;
    }

    /// Whether this connection has told where it begins.
    boolean isOpen() {
        return began;
    }

    /// Whether this connection's answer was no stream.
    boolean isRefused() {
        return refused;
    }

    /// Events that did not follow the one before them.
    int gaps() {
        return gaps;
    }

    int resets() {
        return resets;
    }

    /// Another connection follows; what was begun on this one comes again.
    void broken() {
        line.reset();
        inHead = true;
        refused = false;
        began = false;
        clear();
    }

    void read(ByteBuffer bytes, long at) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                line(line.toString(UTF_8), at);
                line.reset();
            } else if (next != '\r') {
                line.write(next);
            }
        }
    }

    private void line(String text, long at) {
        if (inHead) {
            refused |= text.startsWith("HTTP/") && !text.contains(" 200 ");
            inHead = !text.isEmpty();
        } else if (text.startsWith("id: ")) {
            id = Long.parseLong(text.substring(4));
        } else if (text.startsWith("event: ")) {
            type = text.substring(7);
        } else if (text.startsWith("data: ")) {
            hasData = true;
            int place = text.indexOf(TURN);
            turn = place < 0 ? null : text.substring(place + TURN.length(), place + TURN.length() + UUID_LENGTH);
        } else if (text.isEmpty()) {
            ended(at);
            clear();
        }
    }

    private void ended(long at) {
        began = true;
        if (hasData && "reset".equals(type)) {
            resets++;
        } else if (hasData && id >= 0) {
            gaps += lastId >= 0 && id != lastId + 1 ? 1 : 0;
            if (turn != null) {
                turns.heard(type, turn, at);
            }
        }
        lastId = Math.max(id, lastId);
    }

    private void clear() {
        id = -1;
        type = null;
        turn = null;
        hasData = false;
    }
}
