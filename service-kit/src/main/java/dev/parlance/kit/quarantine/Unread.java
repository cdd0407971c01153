package dev.parlance.kit.quarantine;

/// A record that is set aside, and why. The reason quotes nothing that a learner said.
///
/// @param partition [#OUTBOX] for an event of this service's own that the broker refused; `offset` is its outbox id
///     then
@SuppressWarnings("ArrayRecordComponent") // stored and shown, never compared
public record Unread(
        String topic, int partition, long offset, String key, String headers, byte[] value, String reason) {
    /// The partition of what never got one.
    public static final int OUTBOX = -1;

    public static Unread ofOutbox(long id, String topic, String key, String headers, byte[] value, String reason) {
        return new Unread(topic, OUTBOX, id, key, headers, value, reason);
    }
}
