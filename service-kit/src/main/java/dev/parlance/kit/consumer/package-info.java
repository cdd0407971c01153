/// Consumption from Kafka: batches that are applied completely or retried, records that go to the quarantine one by
/// one, and the admin calls on the quarantine. Services implement [BatchReceiver] and call [BatchConsumer].
package dev.parlance.kit.consumer;
