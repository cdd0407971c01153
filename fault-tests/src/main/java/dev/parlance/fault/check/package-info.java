/// The invariants I1 to I6, I8 and I11: compares the ledger with tables and topics. It changes nothing.
package dev.parlance.fault.check;
