/// Scenarios in which PostgreSQL dies, locks, fails or is slow. Called by the catalog.
package dev.parlance.fault.scenario.database;
