package dev.parlance.cli.admin.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.http.ServiceClient;
import dev.parlance.cli.terminal.TerminalText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A quarantine entry for a person: its value as JSON if possible, else as text, else as bytes.
public record QuarantineEntryText(QuarantineEntry record) {
    private static final int BYTES_PER_LINE = 16;

    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "id", record.id());
        line(text, "service", record.service());
        line(text, "status", record.status());
        line(text, "reason", record.reason());
        line(text, "attempts", record.attempts());
        line(text, "first seen", record.firstSeenAt());
        line(text, "topic", record.topic());
        line(text, "partition", record.partition() < 0 ? "none: the broker refused it" : record.partition());
        line(text, "offset", record.offset());
        line(text, "key", record.key());
        if (record.headers() != null) {
            record.headers().forEach((name, value) -> line(text, name, value));
        }
        text.append('\n').append(value());
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("%-15s %s%n"
                .formatted(
                        TerminalText.escapeLine(name), value == null ? "" : TerminalText.escapeLine(value.toString())));
    }

    private String value() {
        byte[] value = record.value();
        if (value == null) {
            return "(no value)";
        }
        if (value.length == 0) {
            return "(an empty value)";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return TerminalText.escape(json(text));
        } catch (CharacterCodingException e) {
            return hex(value);
        }
    }

    private static String json(String text) {
        try {
            JsonNode json = ServiceClient.JSON.readTree(text);
            return json == null || json.isMissingNode() ? text : json.toPrettyString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static String hex(byte[] value) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < value.length; at += BYTES_PER_LINE) {
            int end = Math.min(at + BYTES_PER_LINE, value.length);
            String bytes = HexFormat.ofDelimiter(" ").formatHex(value, at, end);
            text.append("%08x  %-47s  ".formatted(at, bytes));
            for (int place = at; place < end; place++) {
                char c = (char) (value[place] & 0xFF);
                text.append(c >= ' ' && c < 0x7F ? c : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
