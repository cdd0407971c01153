/// Embedded Kafka and its topics. Called by the root package; uses `part`, `process` and `host`.
package dev.parlance.platform.kafka;
