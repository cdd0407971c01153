/// What leaves a service: rows written in the transaction that made them true, and the relay that sends them in
/// order. Use cases append; nobody else sends to Kafka.
package dev.parlance.kit.outbox;
