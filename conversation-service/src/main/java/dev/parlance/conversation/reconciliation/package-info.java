/// Whether every turn that was accepted has been analysed: those that have not, although the analysis has read them,
/// are announced again by themselves, and each day must add up. Nobody calls this package.
package dev.parlance.conversation.reconciliation;
