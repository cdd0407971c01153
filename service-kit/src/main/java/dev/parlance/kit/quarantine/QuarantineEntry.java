package dev.parlance.kit.quarantine;

/// A record that goes to the quarantine, and the reason, which quotes nothing that a learner said.
///
/// @param partition [#OUTBOX_PARTITION] for an event of this service that the broker refused; `offset` is its id in
///     the outbox then
@SuppressWarnings("ArrayRecordComponent") // stored and shown, never compared
public record QuarantineEntry(
        String topic, int partition, long offset, String key, String headers, byte[] value, String reason) {
    /// The partition of a record that was never sent.
    public static final int OUTBOX_PARTITION = -1;

    public static QuarantineEntry ofOutbox(
            long id, String topic, String key, String headers, byte[] value, String reason) {
        return new QuarantineEntry(topic, OUTBOX_PARTITION, id, key, headers, value, reason);
    }
}
