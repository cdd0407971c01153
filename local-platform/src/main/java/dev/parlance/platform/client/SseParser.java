package dev.parlance.platform.client;

import java.util.Optional;

/// Parses the lines of a stream of server-sent events as the HTML standard says: an empty line ends an event, an
/// event without data is not delivered but its id counts, a line that begins with a colon is a comment.
public final class SseParser {
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String id;
    private String lastId;
    private boolean hasBegun;

    /// The id to send as `Last-Event-ID` with the next connection; null before the first.
    public String lastId() {
        return lastId;
    }

    /// Whether this connection has delivered an event, with or without data.
    public boolean hasBegun() {
        return hasBegun;
    }

    public Optional<SseEvent> parseLine(String line) {
        if (line.isEmpty()) {
            return completeEvent();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        switch (field) {
            case "id" -> id = value;
            case "event" -> type = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            default -> {} // a comment or an unknown field
        }
        return Optional.empty();
    }

    /// Drops an incomplete event: the server sends it again on the next connection.
    public void connectionLost() {
        hasBegun = false;
        clear();
    }

    private Optional<SseEvent> completeEvent() {
        hasBegun = true;
        Optional<SseEvent> event = data.isEmpty()
                ? Optional.empty()
                : Optional.of(new SseEvent(id, lastId, type.isEmpty() ? "message" : type, data.toString()));
        lastId = id == null ? lastId : id; // only now: the event is complete
        clear();
        return event;
    }

    private void clear() {
        data.setLength(0);
        type = "";
        id = null;
    }
}
