package dev.parlance.conversation.speech.cache;

import dev.parlance.conversation.speech.engine.SpeechEngine;
import dev.parlance.conversation.speech.engine.Utterance;
import java.util.UUID;

/// A requested speech, and the hash under which its result is cached.
///
/// @param tenant whose budget pays for a synthesis
public record SpeechRequest(String tenant, SpeechEngine engine, Utterance utterance, String hash) {
    public static SpeechRequest of(String tenant, SpeechEngine engine, Utterance utterance) {
        return new SpeechRequest(tenant, engine, utterance, utterance.hash(engine));
    }

    /// Whether the engine cannot make this format, so that ffmpeg converts it from the engine's default format.
    public boolean needsConversion() {
        return !engine.formats().contains(utterance.format());
    }

    /// The same speech in the engine's default format.
    public SpeechRequest source() {
        return of(tenant, engine, utterance.withFormat(engine.defaultFormat()));
    }

    /// Synthesized objects are kept without limit, under their hash. Converted objects expire and may be made again,
    /// so each gets a new key: no key is written twice.
    public String objectKey(UUID lockId) {
        String extension = utterance.format().wireName();
        return needsConversion()
                ? "processed/%s-%s.%s".formatted(hash, lockId, extension)
                : "tts/%s.%s".formatted(hash, extension);
    }
}
