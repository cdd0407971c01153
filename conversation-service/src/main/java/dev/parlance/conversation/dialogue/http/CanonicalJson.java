package dev.parlance.conversation.dialogue.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.contract.Digest;
import dev.parlance.contract.json.WireTimesModule;

/// The canonical JSON of request bodies, and its hash.
public final class CanonicalJson {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .addModule(new WireTimesModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private CanonicalJson() {}

    /// The same bytes for the same body, whatever the order of its keys or the offsets of its instants.
    public static byte[] toBytes(Object body) {
        try {
            return CANONICAL.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a body that was parsed can be written", impossible);
        }
    }

    /// Bodies with the same hash count as the same body.
    public static byte[] hash(byte[] canonical) {
        return Digest.SHA_256.of(canonical);
    }
}
