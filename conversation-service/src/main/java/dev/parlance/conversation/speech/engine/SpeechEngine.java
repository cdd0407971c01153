package dev.parlance.conversation.speech.engine;

import dev.parlance.conversation.speech.provider.ProviderFailure;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.Set;

/// Synthesizes speech within a bounded time. The audio depends on name, version and utterance alone, and all three
/// are in the hash; an engine whose audio may differ needs another name or version.
public interface SpeechEngine {
    /// Limit of one speech: some minutes of WAV, for the longest accepted text. It is held in memory.
    int MAX_AUDIO_BYTES = 24 << 20;

    String name();

    String version();

    /// The format if the request names none.
    SpeechFormat defaultFormat();

    /// The formats that the engine makes without conversion.
    Set<SpeechFormat> formats();

    /// The engine's own name of a voice.
    ///
    /// @param language in its canonical case
    /// @param wanted   the name in the request; null for the default of the language
    /// @throws InvalidRequest if there is no such voice, or none for the language
    String voice(String language, String wanted);

    /// @param utterance in one of [#formats()], with a voice of [#voice]
    /// @throws ProviderFailure if the synthesis fails
    byte[] synthesize(Utterance utterance);
}
