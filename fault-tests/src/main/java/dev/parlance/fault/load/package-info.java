/// Simulated learners, the client of the HTTP interface, turn load and live streams. Called by runs and scenarios.
package dev.parlance.fault.load;
