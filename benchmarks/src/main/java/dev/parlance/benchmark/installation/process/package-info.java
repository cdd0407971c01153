/// Processor time, memory, heap and flight recordings of the processes under measurement, and their pause.
/// Called by the commands.
package dev.parlance.benchmark.installation.process;
