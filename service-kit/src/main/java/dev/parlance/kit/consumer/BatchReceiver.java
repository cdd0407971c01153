package dev.parlance.kit.consumer;

import java.util.List;

/// Decodes the records of one topic and applies them in one transaction.
public interface BatchReceiver {
    /// The topic's name with the installation's prefix.
    String topic();

    /// Applies a batch completely or throws. Records that cannot be read go to the quarantine in the same
    /// transaction. Applying a batch again changes nothing.
    void apply(List<InboundRecord> batch);

    /// Stores that a record was received which [#apply] can never apply, so that it counts all the same; storing it
    /// again changes nothing. Throws if that is impossible, too.
    ///
    /// @param cause why it cannot be applied, without anything of its content
    /// @return false if this receiver stores no such records: the record goes to the quarantine
    default boolean applyAsFailed(InboundRecord record, String cause) {
        return false;
    }
}
