/// Starts and stops real Kafka, PostgreSQL and S3 for a laptop and for tests; begin reading at `Platform`. The command
/// line, the benchmarks and the tests may call it; no service does.
package dev.parlance.platform;
