/// What the tests of all services share: Kafka and PostgreSQL, a clock that can be moved, and the rules of the
/// architecture.
package dev.parlance.kit.testing;
