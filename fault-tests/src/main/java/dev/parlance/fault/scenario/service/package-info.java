/// Scenarios in which processes of services are killed, stopped, paused or hang. Called by the catalog.
package dev.parlance.fault.scenario.service;
