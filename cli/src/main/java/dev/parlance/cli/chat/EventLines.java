package dev.parlance.cli.chat;

import java.util.Optional;

/// Makes server-sent events of the lines of a stream, as the HTML standard says: an empty line ends an event, one
/// without data raises none but its id counts, a line that begins with a colon is a comment.
final class EventLines {
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String id;
    private String lastId;

    /// The id that a new connection resumes behind; null before the first.
    String lastId() {
        return lastId;
    }

    Optional<StreamedEvent> line(String line) {
        if (line.isEmpty()) {
            return ended();
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
            default -> {} // a comment, or a field that is not for us
        }
        return Optional.empty();
    }

    /// What was begun on a connection that broke is sent again on the next one.
    void broken() {
        data.setLength(0);
        type = "";
        id = lastId;
    }

    private Optional<StreamedEvent> ended() {
        lastId = id; // only now: the event is complete
        Optional<StreamedEvent> event = data.isEmpty()
                ? Optional.empty()
                : Optional.of(new StreamedEvent(lastId, type.isEmpty() ? "message" : type, data.toString()));
        broken();
        return event;
    }
}
