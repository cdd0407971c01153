package dev.parlance.cli.admin.quarantine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.UUID;

/// A record in the quarantine of a service.
///
/// @param partition -1 for an event that the broker refused
/// @param headers   null in a list
/// @param value     null in a list, and if the record has none
@JsonIgnoreProperties(ignoreUnknown = true)
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record QuarantineEntry(
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

    QuarantineEntry withService(String name) {
        return new QuarantineEntry(
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

    /// Whether it has been neither retried nor discarded.
    public boolean waits() {
        return WAITING.equals(status);
    }
}
