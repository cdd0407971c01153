/// Faults that Parlance must survive, each a class that does harm under load and proves that it did; a checker then
/// compares what was accepted with what is there. `./parlance faults` runs them, and so do the integration tests.
package dev.parlance.journey.fault;
