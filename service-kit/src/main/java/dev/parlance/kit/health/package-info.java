/// Liveness: detects stuck consumers, and logs failures of scheduled jobs. Called by probes and by status.
package dev.parlance.kit.health;
