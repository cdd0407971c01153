/// What services are measured against: what a turn costs PostgreSQL when nothing is in front of it.
/// Called by the commands.
package dev.parlance.benchmark.base;
