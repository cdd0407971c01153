/// The only place that reads the clocks and makes random ids. All other code is given both, so that replays and tests
/// agree with production.
package dev.parlance.kit.time;
