package dev.parlance.kit.outbox;

/// A record that waits in the outbox.
@SuppressWarnings("ArrayRecordComponent") // read and sent, never compared
record OutboxRow(long id, String topic, String key, String headers, byte[] value) {}
