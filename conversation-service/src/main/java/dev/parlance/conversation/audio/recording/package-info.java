/// The audio of turns: its rows, states and problems. Other packages observe [AudioAvailable] to learn that audio
/// has become available.
package dev.parlance.conversation.audio.recording;
