/// Records that cannot be read or applied, and events that the broker refuses: a table, written in the batch's own
/// transaction, from which a person sends them again or discards them.
package dev.parlance.kit.quarantine;
