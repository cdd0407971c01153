/// Turns of the past are analysed again when the analysis has become better: as an order of a person, slowly enough
/// for the turns of this moment, and by itself for turns that a stand-in has read. Nobody calls it but a person.
package dev.parlance.analysis.reanalysis;
