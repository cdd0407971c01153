/// Starts real Kafka, PostgreSQL and S3 for a laptop and for tests, and knows nothing of learners or turns.
/// The command line and the tests may call it; no service does. Begin reading at `Platform`.
package dev.parlance.platform;
