/// Conversations: their HTTP resource, the rules of starting and ending, and the store of the table `conversation`.
/// The packages `turn`, `ingest`, `transcript` and `analysis` and the live streams call it.
package dev.parlance.conversation.dialogue.conversation;
