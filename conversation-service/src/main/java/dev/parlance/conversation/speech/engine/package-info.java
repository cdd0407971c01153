/// Speech engines: an endpoint with OpenAI's API, or espeak-ng on this machine; the utterance and its hash; the
/// converter for formats that an engine does not make. Stores nothing. For `speech.cache` and `speech.synthesis`.
package dev.parlance.conversation.speech.engine;
