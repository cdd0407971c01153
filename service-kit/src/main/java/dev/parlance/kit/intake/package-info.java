/// What comes into a service from Kafka: batches that are applied whole or waited with, records that are set aside
/// one by one, and how far the service has come.
package dev.parlance.kit.intake;
