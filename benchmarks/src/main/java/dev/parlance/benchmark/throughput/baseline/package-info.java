/// What a turn costs PostgreSQL by plain JDBC, without a service: what every rate is compared with. Called by the
/// commands.
package dev.parlance.benchmark.throughput.baseline;
