package dev.parlance.conversation.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.WordTiming;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The columns of a turn that hold JSON.
@ApplicationScoped
class TurnJson {
    private static final TypeReference<List<WordTiming>> TIMINGS = new TypeReference<>() {};
    private static final TypeReference<JsonNode> TREE = new TypeReference<>() {};

    private final ObjectMapper json;

    TurnJson(ObjectMapper json) {
        this.json = json;
    }

    /// @param absent what is written for null
    String written(Object value, String absent) {
        if (value == null) {
            return absent;
        }
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }

    /// Null where there is none.
    List<WordTiming> timings(String column) {
        return column == null ? null : read(column, TIMINGS);
    }

    JsonNode metadata(String column) {
        return read(column, TREE);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }
}
