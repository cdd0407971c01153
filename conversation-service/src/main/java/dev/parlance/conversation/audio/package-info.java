/// The sound of turns: let in, checked, kept and given out. Whoever wants to know that sound has come observes
/// [SoundAvailable].
package dev.parlance.conversation.audio;
