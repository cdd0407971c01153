package dev.parlance.kit.intake;

import java.util.List;

/// A Kafka edge of a service: it sorts the records of a topic and applies them in one transaction.
public interface RecordReader {
    /// The topic, with the installation's prefix.
    String topic();

    /// Applies a batch whole or throws. A record that cannot be read goes to the quarantine in the same transaction.
    /// Applying a batch again changes nothing.
    void apply(List<Received> batch);
}
