/// Refuses writes while too many events wait in the outbox. Resources use [RequiresAdmission]; lag, health and status
/// read the measurement.
package dev.parlance.kit.admission;
