/// Transcripts of turns: the HTTP resource for clients and two use cases for the areas speech and audio. It stores
/// them with the turn, which `dialogue.turn` owns.
package dev.parlance.conversation.dialogue.transcript;
