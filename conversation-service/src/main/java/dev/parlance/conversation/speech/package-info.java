/// Speech that is made once and kept: the same text in the same voice costs one synthesis, whoever asks and however
/// many at once, on all instances together. Nothing of a turn passes here, and no turn waits for it. Called over
/// HTTP alone.
package dev.parlance.conversation.speech;
