package dev.parlance.conversation.synthesis;

import dev.parlance.conversation.provider.ProviderFailure;
import dev.parlance.kit.problem.InvalidRequest;
import java.util.Set;

/// Makes sound of text, within a bounded time. What it makes depends on its name, its version and the utterance
/// alone, so all three are in the hash; engines whose sound may differ have another name or another version.
public interface SpeechEngine {
    /// Bytes of one speech: some minutes of WAV, for the longest text that is taken. It is in memory while it is
    /// made.
    int MOST_BYTES = 24 << 20;

    String name();

    String version();

    /// What it makes where nobody asks for a format.
    AudioFormat usual();

    /// What it makes by itself.
    Set<AudioFormat> formats();

    /// The engine's own name of a voice.
    ///
    /// @param language in its canonical case
    /// @param wanted   as the caller names it; null for the usual one of the language
    /// @throws InvalidRequest if it has no such voice, or none for the language
    String voice(String language, String wanted);

    /// @param utterance in one of [#formats()], with a voice of [#voice]
    /// @throws ProviderFailure if there is no sound
    byte[] speak(Utterance utterance);
}
