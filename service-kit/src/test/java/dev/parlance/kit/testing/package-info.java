/// What the services' own tests share: real Kafka and PostgreSQL, a clock that can be moved, and the arrows between
/// packages.
package dev.parlance.kit.testing;
