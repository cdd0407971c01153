package dev.parlance.cli.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.cli.terminal.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// One event in one line: time, type, key and the main figures. An event of an unknown type is shown by the fields
/// that all events have.
record EventLine(ConsumerRecord<String, byte[]> event) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "parlance.";
    /// The fields to show, by type. None of them may contain text of a learner or a partner.
    private static final Map<String, List<String>> SHOWN_FIELDS = Map.of(
            "conversation-started.v1", List.of("conversationId", "channel", "language", "timeZone", "module"),
            "turn-recorded.v1", List.of("sequence", "conversationId", "localDate", "channel", "language"),
            "turn-transcribed.v1", List.of("sequence", "conversationId", "localDate", "language", "revision"),
            "conversation-ended.v1", List.of("conversationId", "endReason", "turnCount"),
            "turn-analyzed.v1", List.of("sequence", "status", "language", "learnerWords", "sentences", "revision"),
            "daily-summary.v1",
                    List.of(
                            "date",
                            "conversations",
                            "turns",
                            "learnerWords",
                            "uniqueWords",
                            "newWords",
                            "sentences",
                            "revision"),
            "module-usage.v1", List.of("module", "date", "turns", "conversations", "learners", "newWords", "revision"));

    String text() {
        String type = type();
        return TerminalText.escapeLine("%-24s %-22s %-24s %s"
                .formatted(header("ce_time", "-"), type, event.key(), fieldsText(type))
                .stripTrailing());
    }

    private String type() {
        String type = header("ce_type", "");
        if (type.isEmpty()) {
            return event.value() == null ? "removed" : "without type";
        }
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private String fieldsText(String type) {
        if (event.value() == null) {
            return "no longer exists";
        }
        List<String> fields = SHOWN_FIELDS.get(type);
        return fields == null
                ? "subject=%s, %d bytes".formatted(header("ce_subject", "-"), event.value().length)
                : fieldsText(type, fields);
    }

    private String fieldsText(String type, List<String> fields) {
        JsonNode value;
        try {
            value = JSON.readTree(event.value());
        } catch (IOException e) {
            return "unreadable, %d bytes".formatted(event.value().length);
        }
        StringJoiner text = new StringJoiner(" ");
        for (String field : fields) {
            JsonNode shown = value.path(field);
            if (shown.isValueNode() && !shown.isNull()) {
                text.add(field + "=" + shown.asText());
            }
        }
        counts(type, value).forEach(text::add);
        return text.toString();
    }

    private static List<String> counts(String type, JsonNode value) {
        List<String> counts = new ArrayList<>();
        if (type.equals("turn-analyzed.v1")) {
            long fresh = value.path("words")
                    .valueStream()
                    .filter(word -> word.path("new").asBoolean())
                    .count();
            counts.add(String.format(
                    Locale.ROOT,
                    "words=%d newWords=%d highlights=%d",
                    value.path("words").size(),
                    fresh,
                    value.path("highlights").size()));
        } else if (type.equals("daily-summary.v1")) {
            value.path("highlights")
                    .propertyStream()
                    .forEach(highlight -> counts.add(
                            highlight.getKey() + "=" + highlight.getValue().asLong()));
        }
        return counts;
    }

    private String header(String name, String otherwise) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
