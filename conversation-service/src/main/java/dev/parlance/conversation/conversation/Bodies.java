package dev.parlance.conversation.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.Digest;
import dev.parlance.contract.Text;
import dev.parlance.contract.WireJson;
import dev.parlance.kit.problem.BadText;
import dev.parlance.kit.problem.InvalidRequest;
import java.time.Duration;
import java.time.Instant;

/// What bodies of requests have in common: when two are the same, and what no body may hold.
public final class Bodies {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .addModule(WireJson.times())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();
    private static final int METADATA_BYTES = 8 << 10;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(48);

    private Bodies() {}

    /// The body in one form, whatever the order of its keys or the offsets of its instants.
    public static byte[] canonical(Object body) {
        try {
            return CANONICAL.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a body that was read can be written", impossible);
        }
    }

    /// Two bodies with the same hash are "the same body".
    public static byte[] hash(byte[] canonical) {
        return Digest.SHA_256.of(canonical);
    }

    /// @throws InvalidRequest if it is no object or larger than 8 KiB
    /// @throws BadText        if a text in it cannot be stored
    public static void checkMetadata(JsonNode metadata) {
        if (metadata == null || metadata.isNull()) {
            return;
        }
        if (!metadata.isObject()) {
            throw new InvalidRequest("metadata", "metadata must be an object");
        }
        if (canonical(metadata).length > METADATA_BYTES) {
            throw new InvalidRequest("metadata", "metadata is larger than 8 KiB", METADATA_BYTES);
        }
        checkTexts(metadata);
    }

    private static void checkTexts(JsonNode node) {
        if (node.isTextual() && !Text.isStorable(node.textValue())) {
            throw new BadText("metadata");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!Text.isStorable(name)) {
                throw new BadText("metadata");
            }
        });
        node.forEach(Bodies::checkTexts);
    }

    /// @throws InvalidRequest outside 2000-01-01 … now + 48 h
    public static void checkInstant(String field, Instant instant, Instant now) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(now.plus(AHEAD)))) {
            throw new InvalidRequest(field, field + " must lie between 2000-01-01 and 48 hours from now");
        }
    }
}
