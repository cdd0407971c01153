package dev.parlance.kit.outbox;

/// The events of a compacted topic as they stand now, by key. A service that writes such a topic has one for each: an
/// event that the broker refused may have been followed by a newer one, and must not be sent behind it.
public interface CurrentEvents {
    /// The topic's name with the installation's prefix.
    String topic();

    /// Publishes the event of a key as it stands now, in the caller's transaction, under the lock by which its changes
    /// are ordered; nothing if there is none any more, because its deletion was published.
    void publish(String key);
}
