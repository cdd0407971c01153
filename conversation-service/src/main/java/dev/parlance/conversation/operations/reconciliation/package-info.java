/// The reconciliation: checks that every accepted turn has been analysed, publishes the events of forgotten turns
/// again and counts the turns of each day. Nobody calls this package.
package dev.parlance.conversation.operations.reconciliation;
