/// Reads PostgreSQL and Kafka of the installation: sizes, progress, durability settings. Called by the commands and
/// the load.
package dev.parlance.benchmark.installation.storage;
