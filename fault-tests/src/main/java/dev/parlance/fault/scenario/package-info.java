/// The catalog of all scenarios, and the soak that draws on all of them. Called by the root package.
package dev.parlance.fault.scenario;
