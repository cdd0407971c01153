package dev.parlance.conversation.dialogue.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.conversation.dialogue.http.CompactJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Writes and reads the columns of `turn` that hold JSON.
@ApplicationScoped
class TurnJson {
    private static final TypeReference<List<WordTiming>> TIMINGS = new TypeReference<>() {};

    private final ObjectMapper json;

    TurnJson(ObjectMapper json) {
        this.json = json;
    }

    /// @param absent what is written for null
    String write(Object value, String absent) {
        if (value == null) {
            return absent;
        }
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a parsed value can be written", impossible);
        }
    }

    /// @return null for null
    List<WordTiming> readWordTimings(String column) {
        return column == null ? null : read(column, TIMINGS);
    }

    /// Not parsed: it is only passed on.
    static JsonNode readMetadata(String column) {
        return CompactJson.of(column);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a written value can be parsed", impossible);
        }
    }
}
