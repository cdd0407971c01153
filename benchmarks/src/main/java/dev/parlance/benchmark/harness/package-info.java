/// Options and frame that all commands share: repeats a measurement on new installations and prints the tables.
/// Called by the commands.
package dev.parlance.benchmark.harness;
