/// Sends generated requests and checks that every answer follows the rules that hold for all. Called by scenarios.
package dev.parlance.fault.fuzz;
