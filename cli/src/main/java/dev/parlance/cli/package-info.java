/// The command line: the entry point, the root command, and the commands that run another jar (`bench`, `faults`).
/// Only the launcher script calls this package.
package dev.parlance.cli;
