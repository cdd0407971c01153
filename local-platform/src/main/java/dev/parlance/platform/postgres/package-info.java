/// Embedded PostgreSQL: its programs, its data directory, and its roles and schemas. Called by the root package; uses
/// `part`, `process` and `host`.
package dev.parlance.platform.postgres;
