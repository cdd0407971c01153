/// What the services' own tests share: real Kafka and PostgreSQL, and a clock that can be moved, and the arrows between
// packages.
package dev.parlance.kit.testing;
