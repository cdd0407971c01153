/// What was asked and what was answered, written down before and after: the one witness that no fault can reach.
package dev.parlance.journey.fault.ledger;
