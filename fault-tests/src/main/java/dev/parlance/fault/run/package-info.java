/// One run of one scenario: its findings, its liveness probes, its client traffic, and faults that several scenarios
/// inject. Called by the scenarios and the root package.
package dev.parlance.fault.run;
