package dev.parlance.conversation.speech;

import dev.parlance.conversation.synthesis.SpeechEngine;
import dev.parlance.conversation.synthesis.Utterance;
import java.util.UUID;

/// What somebody wants to hear, by whom, and under which hash it will be found.
///
/// @param tenant whose budget pays if it has to be spoken
record SpeechOrder(String tenant, SpeechEngine engine, Utterance utterance, String hash) {
    static SpeechOrder of(String tenant, SpeechEngine engine, Utterance utterance) {
        return new SpeechOrder(tenant, engine, utterance, utterance.hash(engine));
    }

    /// Whether the engine cannot make this format, so that it is converted from what the engine makes.
    boolean isConverted() {
        return !engine.formats().contains(utterance.format());
    }

    /// The same speech as the engine makes it.
    SpeechOrder source() {
        return of(tenant, engine, utterance.in(engine.usual()));
    }

    /// What an engine has made is kept for good under its hash alone. What was converted goes some day and may come
    /// again: it gets a new key each time, for no key is used twice.
    String key(UUID claim) {
        String extension = utterance.format().wireName();
        return isConverted()
                ? "processed/%s-%s.%s".formatted(hash, claim, extension)
                : "tts/%s.%s".formatted(hash, extension);
    }
}
