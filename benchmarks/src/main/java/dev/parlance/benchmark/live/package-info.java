/// The command live: thousands of open live streams. Called by the root package only.
package dev.parlance.benchmark.live;
