/// Analyses past turns again after the analysers have become better: as a job that an operator starts, slowly enough
/// for new turns, and by itself for turns that only the fallback rules have read. No other package calls it.
package dev.parlance.analysis.operations.reanalysis;
