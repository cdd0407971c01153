/// The one place that looks at the clock and throws dice: everything else is told, so that replays and tests agree
/// with production.
package dev.parlance.kit.time;
