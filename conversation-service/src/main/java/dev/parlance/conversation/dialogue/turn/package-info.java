/// Turns: recording, the stores of the table `turn`, the events of turns and the context of a conversation. The
/// packages `ingest` and `transcript` and the areas audio, speech and operations call it.
package dev.parlance.conversation.dialogue.turn;
