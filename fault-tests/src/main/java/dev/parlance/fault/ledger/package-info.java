/// The ledger: every attempt of a client and its outcome, as JSON Lines. The invariants are checked against it.
package dev.parlance.fault.ledger;
