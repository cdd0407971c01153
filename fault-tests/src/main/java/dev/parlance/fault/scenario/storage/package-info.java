/// Scenarios of full disks and of audio in the object store. Called by the catalog.
package dev.parlance.fault.scenario.storage;
