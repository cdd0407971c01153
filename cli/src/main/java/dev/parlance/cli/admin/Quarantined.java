package dev.parlance.cli.admin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;

/// A record that a service has set aside.
///
/// @param partition -1 for an event that the broker refused
/// @param headers   null in a list
/// @param value     null in a list, and where the record has none
@JsonIgnoreProperties(ignoreUnknown = true)
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record Quarantined(
        String service,
        UUID id,
        String topic,
        int partition,
        long offset,
        String key,
        String ceId,
        String ceType,
        String reason,
        int attempts,
        String firstSeenAt,
        String status,
        Map<String, String> headers,
        byte[] value) {
    static final String WAITING = "waiting";

    Quarantined of(String name) {
        return new Quarantined(
                name,
                id,
                topic,
                partition,
                offset,
                key,
                ceId,
                ceType,
                reason,
                attempts,
                firstSeenAt,
                status,
                headers,
                value);
    }

    /// Whether nobody has decided about it yet.
    public boolean waits() {
        return WAITING.equals(status);
    }
}
