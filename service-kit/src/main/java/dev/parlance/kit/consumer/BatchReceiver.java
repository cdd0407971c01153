package dev.parlance.kit.consumer;

import java.util.List;

/// Decodes the records of one topic and applies them in one transaction.
public interface BatchReceiver {
    /// The topic's name with the installation's prefix.
    String topic();

    /// Applies a batch completely or throws. Records that cannot be read go to the quarantine in the same
    /// transaction. Applying a batch again changes nothing.
    void apply(List<InboundRecord> batch);
}
