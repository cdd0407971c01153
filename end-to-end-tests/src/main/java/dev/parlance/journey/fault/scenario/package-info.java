/// The scenarios, one class each, named after the page of faults.
package dev.parlance.journey.fault.scenario;
