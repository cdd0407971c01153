/// Graceful shutdown of HTTP: clients are refused or answered, never reset. Quarkus calls it; services need not.
package dev.parlance.kit.shutdown;
