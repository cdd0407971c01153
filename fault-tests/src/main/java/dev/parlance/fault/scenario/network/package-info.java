/// Scenarios of slow and half-open connections. Called by the catalog.
package dev.parlance.fault.scenario.network;
