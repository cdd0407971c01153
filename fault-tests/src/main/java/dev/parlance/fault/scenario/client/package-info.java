/// Scenarios of load and of clients that misbehave. Called by the catalog.
package dev.parlance.fault.scenario.client;
