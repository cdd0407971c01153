/// SQL of all services: JDBI, arrays as parameters, parts of statements, locks on keys, time limits, and which failures
/// are transient. Any package may call it; it calls no other package of the kit.
package dev.parlance.kit.jdbc;
