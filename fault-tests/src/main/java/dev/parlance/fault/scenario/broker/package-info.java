/// Scenarios of the broker, of consumer groups, and of records on topics. Called by the catalog.
package dev.parlance.fault.scenario.broker;
