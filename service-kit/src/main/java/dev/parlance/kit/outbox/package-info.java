/// Events that leave a service: rows written in the transaction that they report, and the relay that sends them in
/// order. Use cases append; nothing else sends to Kafka.
package dev.parlance.kit.outbox;
