package dev.parlance.cli.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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

/// One line of a transcript: a conversation and its turns, with their ids in Parlance.
///
/// Only what the import needs is parsed here (ids, times, the list of turns); all other fields are passed on
/// unchanged, and the service validates them.
record TranscriptConversation(
        UUID id, String learnerId, ObjectNode body, List<TranscriptTurn> turns, Instant startedAt) {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARACTERS = 100;

    static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_CHARACTERS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /// A turn of the file; `index` is counted from 0.
    record TranscriptTurn(int index, UUID id, ObjectNode json) {
        Optional<Instant> occurredAt() {
            try {
                return instant(json, "occurredAt");
            } catch (UnreadableLineException e) {
                return Optional.empty(); // the service refuses only this turn
            }
        }
    }

    static TranscriptConversation parse(byte[] line) throws UnreadableLineException {
        if (!(tree(line) instanceof ObjectNode conversation)) {
            throw new UnreadableLineException("is not a JSON object");
        }
        String fileId = text(conversation, "id").orElseThrow(() -> new UnreadableLineException("id is missing"));
        String learnerId = text(conversation, "learnerId").orElse("");
        UUID id = NameBasedId.ofConversation(learnerId, fileId);
        List<TranscriptTurn> turns = turns(id, conversation.get("turns"));
        Instant startedAt = instant(conversation, "startedAt")
                .or(() -> turns.stream()
                        .flatMap(turn -> turn.occurredAt().stream())
                        .min(Instant::compareTo))
                .orElse(Instant.MAX);
        conversation.remove(List.of("id", "turns"));
        return new TranscriptConversation(id, learnerId, conversation, turns, startedAt);
    }

    /// The time of the last turn; empty if no turn has a time.
    Optional<Instant> lastTurnAt() {
        return turns.stream().flatMap(turn -> turn.occurredAt().stream()).max(Instant::compareTo);
    }

    private static JsonNode tree(byte[] line) throws UnreadableLineException {
        try {
            return JSON.readTree(line);
        } catch (StreamConstraintsException e) {
            throw new UnreadableLineException("is nested too deeply, or has too long a number");
        } catch (JsonProcessingException e) {
            // Jackson's own message would quote the learner's text.
            throw new UnreadableLineException("is not valid JSON"
                    + (e.getLocation() == null
                            ? ""
                            : ", at column " + e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UnreadableLineException("is not valid UTF-8");
        }
    }

    private static List<TranscriptTurn> turns(UUID conversation, JsonNode array) throws UnreadableLineException {
        if (array == null || !array.isArray()) {
            throw new UnreadableLineException("turns is missing or not a list");
        }
        List<TranscriptTurn> turns = new ArrayList<>(array.size());
        for (JsonNode turn : array) {
            int index = turns.size();
            if (!(turn instanceof ObjectNode json)) {
                throw new UnreadableLineException("turns[%d] is not a JSON object".formatted(index));
            }
            UUID id = NameBasedId.ofTurn(conversation, index);
            turns.add(new TranscriptTurn(index, id, json.put("id", id.toString())));
        }
        return turns;
    }

    private static Optional<String> text(ObjectNode json, String field) throws UnreadableLineException {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new UnreadableLineException(field + " is not a text");
        }
        return Optional.of(value.textValue());
    }

    private static Optional<Instant> instant(ObjectNode json, String field) throws UnreadableLineException {
        Optional<String> text = text(json, field);
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw new UnreadableLineException(field + " is not an instant such as 2026-11-02T09:00:00Z");
        }
    }
}
