/// The analysers' jobs over HTTP: listing them, and retrying one that failed. No other package calls it.
package dev.parlance.analysis.operations.job;
