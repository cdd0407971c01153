/// Compares sets: what the ledger says was accepted with what lies in tables and on topics when all is at rest. Calls
/// no service.
package dev.parlance.journey.fault.check;
