/// Tells the analyses of turns again, for readers that lost theirs. Nobody calls it but a person.
package dev.parlance.analysis.republish;
