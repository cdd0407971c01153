/// The command line. One class per command, which reads flags, calls the feature beside it and prints; the features
/// are in the packages below: `installation` (up, down, status, logs), `transcript` (import), `event` (tail) and
/// `demo`. Nobody calls this package but the launcher script.
package dev.parlance.cli;
