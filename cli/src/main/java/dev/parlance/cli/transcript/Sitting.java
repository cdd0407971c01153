package dev.parlance.cli.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One line of a transcript: a conversation and its turns, under the ids that they get in Parlance.
///
/// Only what the import itself needs is looked at here (the ids, the order in time, the list of turns); everything
/// else is handed on as it stands, so that the service alone says what it accepts.
record Sitting(UUID id, String learnerId, ObjectNode conversation, List<ToldTurn> turns, Instant startedAt) {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// A turn as the file tells it, `index` counted from 0.
    record ToldTurn(int index, UUID id, ObjectNode json) {
        Optional<Instant> occurredAt() {
            try {
                return instant(json, "occurredAt");
            } catch (Unreadable e) {
                return Optional.empty(); // the service refuses this turn, and this turn alone
            }
        }
    }

    static Sitting read(byte[] line) throws Unreadable {
        if (!(tree(line) instanceof ObjectNode conversation)) {
            throw new Unreadable("is not a JSON object");
        }
        String fileId = text(conversation, "id").orElseThrow(() -> new Unreadable("id is missing"));
        String learnerId = text(conversation, "learnerId").orElse("");
        UUID id = NameBasedId.ofConversation(learnerId, fileId);
        List<ToldTurn> turns = turns(id, conversation.get("turns"));
        Instant startedAt = instant(conversation, "startedAt")
                .or(() -> turns.stream()
                        .flatMap(turn -> turn.occurredAt().stream())
                        .min(Instant::compareTo))
                .orElse(Instant.MAX);
        conversation.remove(List.of("id", "turns"));
        return new Sitting(id, learnerId, conversation, turns, startedAt);
    }

    /// When the last turn happened; empty where no turn says so.
    Optional<Instant> lastTurnAt() {
        return turns.stream().flatMap(turn -> turn.occurredAt().stream()).max(Instant::compareTo);
    }

    private static JsonNode tree(byte[] line) throws Unreadable {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the line, and the line is what a learner said.
            throw new Unreadable("is not valid JSON"
                    + (e.getLocation() == null
                            ? ""
                            : ", at column " + e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new Unreadable("is not valid UTF-8");
        }
    }

    private static List<ToldTurn> turns(UUID conversation, JsonNode told) throws Unreadable {
        if (told == null || !told.isArray()) {
            throw new Unreadable("turns is missing or not a list");
        }
        List<ToldTurn> turns = new ArrayList<>(told.size());
        for (JsonNode turn : told) {
            int index = turns.size();
            if (!(turn instanceof ObjectNode json)) {
                throw new Unreadable("turns[%d] is not a JSON object".formatted(index));
            }
            UUID id = NameBasedId.ofTurn(conversation, index);
            turns.add(new ToldTurn(index, id, json.put("id", id.toString())));
        }
        return turns;
    }

    private static Optional<String> text(ObjectNode json, String field) throws Unreadable {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Unreadable(field + " is not a text");
        }
        return Optional.of(value.textValue());
    }

    private static Optional<Instant> instant(ObjectNode json, String field) throws Unreadable {
        Optional<String> text = text(json, field);
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw new Unreadable(field + " is not an instant such as 2026-11-02T09:00:00Z");
        }
    }
}
