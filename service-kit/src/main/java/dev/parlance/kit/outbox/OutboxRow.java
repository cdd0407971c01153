package dev.parlance.kit.outbox;

import java.util.List;

/// A record that waits in the outbox.
@SuppressWarnings("ArrayRecordComponent") // read and sent, never compared
record OutboxRow(long id, String topic, String key, String headers, byte[] value) {
    /// What the values of rows weigh together.
    static long bytes(List<OutboxRow> rows) {
        return rows.stream()
                .mapToLong(row -> row.value() == null ? 0 : row.value().length)
                .sum();
    }
}
