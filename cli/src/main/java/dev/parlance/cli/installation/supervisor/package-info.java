/// Starts, supervises and stops an installation (`up`, `down`). Called by the root package and `demo`; uses
/// `installation`, `terminal` and local-platform.
package dev.parlance.cli.installation.supervisor;
