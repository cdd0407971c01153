/// Publishes the events of stored turns again, for consumers that lost theirs. The kit's republication calls it.
package dev.parlance.analysis.operations.republish;
