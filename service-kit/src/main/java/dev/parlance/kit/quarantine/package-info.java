/// Records that cannot be read or applied, and events that the broker refuses: a table, written in the transaction of
/// the batch, from which an operator retries or discards them. Consumer and outbox write it.
package dev.parlance.kit.quarantine;
