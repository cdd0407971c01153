/// How far one turn has come, asked of everybody who knows: for a client's developer and for whoever is on call. Nobody
/// calls it; it is the only part that asks other services.
package dev.parlance.conversation.trace;
