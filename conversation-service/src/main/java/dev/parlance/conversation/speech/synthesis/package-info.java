/// Speech that is synthesized once and cached: the same text in the same voice costs one synthesis, for all requests
/// on all instances. Independent of turns. Called over HTTP alone.
package dev.parlance.conversation.speech.synthesis;
