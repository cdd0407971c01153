package dev.parlance.kit.outbox;

import java.util.List;

/// A row of the outbox.
@SuppressWarnings("ArrayRecordComponent") // read and sent, never compared
record OutboxRow(long id, String topic, String key, String headers, byte[] value) {
    /// Size of the values of all rows.
    static long totalBytes(List<OutboxRow> rows) {
        return rows.stream()
                .mapToLong(row -> row.value() == null ? 0 : row.value().length)
                .sum();
    }
}
